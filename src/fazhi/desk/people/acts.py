"""What may be done on a page, each act a folded form of its own: drawn, checked and carried out in one way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404

from fazhi.look.api import PlainForm, dress
from fazhi.people.api import NotAllowed, NotPossible, Sight

T = TypeVar("T")
Values = Mapping[str, Any]
REFUSED = 422


class OrderForm(PlainForm, Generic[T]):
    """A form about one person, body or place; subclasses fill in what depends on it in `prepare`."""

    def __init__(self, by: Sight, thing: T, *args: Any, **kwargs: Any) -> None:
        self.by, self.thing = by, thing
        super().__init__(*args, **kwargs)
        self.prepare()
        for field in self.fields.values():
            dress(field)

    def prepare(self) -> None:
        """Choices and initial values."""

    def choose(self, name: str, pairs: Sequence[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(pairs)


@dataclass(frozen=True)
class Act(Generic[T]):
    """One act: its form, the function of the people room that carries it out, and what is said when it is done."""

    code: str
    label: str
    icon: str
    form: type[OrderForm[T]]
    do: Callable[[Sight, T, Values], object]
    done: str
    hint: str = ""
    offered: Callable[[Sight, T], bool] = lambda by, thing: True
    danger: bool = False


@dataclass(frozen=True)
class Fold:
    """An act as the page shows it; open when it was tried and refused."""

    act: Act[Any]
    form: forms.Form
    open: bool = False


def folds(acts: Sequence[Act[T]], by: Sight, thing: T, tried: Fold | None = None) -> list[Fold]:
    """The acts offered, with the one that was tried as it was filled in."""
    shown = []
    for act in acts:
        if tried is not None and act.code == tried.act.code:
            shown.append(tried)
        elif act.offered(by, thing):
            shown.append(Fold(act, act.form(by, thing, prefix=act.code)))
    return shown


def carried_out(acts: Sequence[Act[T]], code: str, by: Sight, thing: T, data: Any) -> tuple[Fold, object, bool]:
    """(the act as filled in, what it gave, whether it was done). Refusals of the people room stand on the form."""
    act = next((each for each in acts if each.code == code), None)
    if act is None:
        raise Http404("没有这项操作，请从页面重新办理。")
    form = act.form(by, thing, data, prefix=act.code)
    fold = Fold(act, form, open=True)
    if not form.is_valid():
        return fold, None, False
    try:
        return fold, act.do(by, thing, form.cleaned_data), True
    except (NotPossible, NotAllowed) as refused:
        form.add_error(None, str(refused))
    except ValidationError as bad:
        form.add_error(None, bad.messages)
    return fold, None, False
