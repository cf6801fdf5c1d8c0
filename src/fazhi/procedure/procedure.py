"""A procedure: one business under one law, declared as a class and refused at start-up when it does not hold together."""

from datetime import date
from typing import ClassVar, TypeVar

from fazhi.procedure.states import Named, State, Target
from fazhi.procedure.words import Actor, Limit, Office, Outcomes, Party, Step

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
    #: the states in which a limit stays alive, the limits that begin on entry to a state, and each limit's consequences
    lives: ClassVar[dict[Limit, frozenset[State]]]
    begins: ClassVar[dict[State, tuple[Limit, ...]]]
    lapses: ClassVar[dict[Limit, tuple[Step, ...]]]
    #: who must meet a limit: an office where one may, else a party; nobody where it only lapses
    owed_by: ClassVar[dict[Limit, Actor | None]]
    #: states from which a step leads back to where the case came from
    detours: ClassVar[frozenset[State]]
    #: the procedures of which its steps open cases
    opens: ClassVar[frozenset[str]]
    #: the limits whose last day a step asks for
    gives: ClassVar[dict[Step, tuple[Limit, ...]]]

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
        cls._derive()

    @classmethod
    def _derive(cls) -> None:
        steps, limits = cls.steps.values(), cls.limits.values()
        cls.lapses = {limit: tuple(step for step in steps if step.lapses is limit) for limit in limits}
        cls.lives = {limit: (limit.runs_in or cls._met_in(limit)) | frozenset(limit.not_counting) for limit in limits}
        cls.detours = frozenset(source for step in steps if step.move.target is Target.BACK for source in step.sources)
        cls.owed_by = {limit: cls._owing(limit) for limit in limits}
        cls.opens = frozenset(step.opens for step in steps if step.opens is not None)
        cls.gives = {step: tuple(limit for limit in limits if limit.given in step.asks) for step in steps}
        explicit = {limit for step in steps for limit in step.starts}
        cls.begins = {
            state: tuple(
                each for each in limits if each not in explicit and state in (each.runs_in or cls._met_in(each))
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
    def presses(cls, limit: Limit) -> bool:
        """Whether a public body is late when the limit has run out: not for a person's own time, nor for at-least periods."""
        owing = cls.owed_by[limit]
        public = isinstance(owing, Office) or (isinstance(owing, Party) and owing.organ)
        return public and not limit.earliest

    @classmethod
    def _owing(cls, limit: Limit) -> Actor | None:
        actors = [step.actor for step in cls.bounding(limit)]
        return next((actor for actor in actors if isinstance(actor, Office)), actors[0] if actors else None)

    @classmethod
    def _met_in(cls, limit: Limit) -> frozenset[State]:
        """The states from which a limit can be met or can lapse."""
        return frozenset(state for step in (*cls.bounding(limit), *cls.lapses[limit]) for state in step.sources)


def _declared(cls: type, kind: type[W]) -> dict[str, W]:
    return {name: value for name, value in vars(cls).items() if isinstance(value, kind)}
