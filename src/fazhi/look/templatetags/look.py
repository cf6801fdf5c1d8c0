"""Tags of every page: {% load look %}."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, FileInput
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from fazhi.look import words
from fazhi.look.paging import Page

register = template.Library()
TONES = {"late": "late", "soon": "soon", "calm": "calm", "paused": "paused", "none": "none"}
ICONS = {"late": "alert-triangle", "soon": "clock", "calm": "calendar", "paused": "player-pause", "none": "minus"}
MESSAGE_ICONS = {"success": "circle-check", "error": "alert-circle", "warning": "alert-triangle"}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite; without a label it is decoration, and the text beside it speaks."""
    sprite = static("vendor/tabler-icons/icons.svg")
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"></use></svg>', label, sprite, name
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', sprite, name)


@register.simple_tag
def left_badge(left: words.Left) -> SafeString:
    """Days left: words and a sign, the colour only repeats them."""
    return format_html(
        '<span class="left left-{}">{}{}</span>', TONES[left.urgency], icon(ICONS[left.urgency]), left.words
    )


@register.filter
def message_icon(tag: str) -> str:
    return MESSAGE_ICONS.get(tag, "info-circle")


@register.filter
def day(value: date | None) -> str:
    return words.day(value)


@register.filter
def long_day(value: date | None) -> str:
    return words.long_day(value)


@register.filter
def moment(value: datetime | None) -> str:
    return words.moment(value)


@register.filter
def masked(value: str | None) -> str:
    return words.masked(value or "")


@register.filter
def yuan(value: int | None) -> str:
    return words.in_yuan(value)


@register.inclusion_tag("look/crumbs.html")
def crumbs(trail: Sequence[tuple[str, str]], here: str) -> dict[str, Any]:
    """The way back: (label, address) pairs, then the name of this page."""
    return {"trail": trail, "here": here}


@register.inclusion_tag("look/pages.html")
def pages(page: Page[Any]) -> dict[str, Any]:
    return {"page": page}


@register.inclusion_tag("look/empty.html")
def empty(title: str, hint: str = "", icon_name: str = "inbox") -> dict[str, Any]:
    """An empty list says why it is empty and what one may do."""
    return {"title": title, "hint": hint, "icon_name": icon_name}


@register.inclusion_tag("look/field.html")
def field(bound: BoundField, wide: bool = False) -> dict[str, Any]:
    """Label, control, help and complaints of one field."""
    kind = "check" if isinstance(bound.field.widget, CheckboxInput) else "control"
    if isinstance(bound.field.widget, FileInput):
        kind = "file"
    return {"field": bound, "kind": kind, "wide": wide}
