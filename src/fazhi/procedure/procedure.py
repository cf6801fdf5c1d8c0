"""A procedure: one business under one law, declared as a class and refused at start-up when it does not hold together."""

from datetime import date
from typing import ClassVar, TypeVar

from fazhi.procedure.words import Actor, Limit, Named, Outcomes, State, Step

W = TypeVar("W", bound=Named)


class Procedure:
    """Subclass with `code`, `since` (the day its law came into force) and, once superseded, `until`."""

    code: ClassVar[str]
    title: ClassVar[str]
    since: ClassVar[date]
    until: ClassVar[date | None] = None
    prefix: ClassVar[str] = ""
    states: ClassVar[dict[str, State]]
    steps: ClassVar[dict[str, Step]]
    limits: ClassVar[dict[str, Limit]]
    actors: ClassVar[dict[str, Actor]]
    outcomes: ClassVar[dict[str, Outcomes]]
    start: ClassVar[State]
    #: the states in which a limit stays alive, and the limits that begin on entry to a state
    lives: ClassVar[dict[Limit, frozenset[State]]]
    begins: ClassVar[dict[State, tuple[Limit, ...]]]

    def __init_subclass__(
        cls, *, code: str, title: str, since: str, until: str | None = None, prefix: str = "", **rest: object
    ) -> None:
        super().__init_subclass__(**rest)
        cls.code, cls.title, cls.prefix = code, title, prefix
        cls.since = date.fromisoformat(since)
        cls.until = date.fromisoformat(until) if until else None
        cls.states = _declared(cls, State)
        cls.steps = _declared(cls, Step)
        cls.limits = _declared(cls, Limit)
        cls.actors = _declared(cls, Actor)
        cls.outcomes = {
            member.name: member
            for value in vars(cls).values()
            if isinstance(value, type) and issubclass(value, Outcomes)
            for member in value
        }
        starts = [state for state in cls.states.values() if state.start]
        if len(starts) == 1:
            cls.start = starts[0]
        cls.lives = {limit: cls._life(limit) for limit in cls.limits.values()}
        explicit = {limit for step in cls.steps.values() for limit in step.starts}
        cls.begins = {
            state: tuple(
                limit for limit in cls.limits.values() if limit not in explicit and state in cls._met_in(limit)
            )
            for state in cls.states.values()
        }

    @classmethod
    def edition(cls) -> str:
        return f"{cls.code}@{cls.since.isoformat()}"

    @classmethod
    def leaving(cls, state: State) -> list[Step]:
        """The steps that may be taken from a state, in the order of their declaration."""
        return [step for step in cls.steps.values() if state in step.sources]

    @classmethod
    def bounding(cls, limit: Limit) -> list[Step]:
        """The steps that meet a limit."""
        return [step for step in cls.steps.values() if limit in step.within]

    @classmethod
    def _met_in(cls, limit: Limit) -> frozenset[State]:
        """The states from which a limit can be met or can lapse."""
        steps = [*cls.bounding(limit), *cls.lapses(limit)]
        return frozenset(state for step in steps for state in step.sources)

    @classmethod
    def _life(cls, limit: Limit) -> frozenset[State]:
        return cls._met_in(limit) | frozenset(limit.not_counting)

    @classmethod
    def lapses(cls, limit: Limit) -> list[Step]:
        return [step for step in cls.steps.values() if step.lapses is limit]


def _declared(cls: type, kind: type[W]) -> dict[str, W]:
    return {name: value for name, value in vars(cls).items() if isinstance(value, kind)}
