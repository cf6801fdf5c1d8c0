"""What is refused at start-up, each fault with a stable id. A procedure that loads is one that can be walked to its end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import commonprefix

from fazhi.law import Citation, Statute, statutes_in_data
from fazhi.law.places import Place, place_text
from fazhi.procedure.procedure import Procedure
from fazhi.procedure.states import State, Target
from fazhi.procedure.words import Condition, Limit, Mode, Party, Step


@dataclass(frozen=True)
class Fault:
    id: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.id} {self.where}：{self.what}"


class BrokenProcedure(ValueError):
    """A procedure with faults; the message lists them, one a line."""


def faults(procedure: type[Procedure]) -> list[Fault]:
    """Every fault of a procedure, in a stable order. Without one start nothing else can be asked."""
    parts = (_law, _sentences, _states, _steps, _limits, _outcomes) if hasattr(procedure, "start") else (_starts,)
    found = [fault for part in parts for fault in part(procedure)]
    return [Fault(id, f"{procedure.code}.{where}", what) for id, where, what in found]


Found = Iterator[tuple[str, str, str]]
RESERVED = frozenset(("outcome", "on", "key", "expected", "step", "moment"))  # names of act()'s own


def _cited(procedure: type[Procedure]) -> list[tuple[str, Citation]]:
    cited = [(step.name, citation) for step in procedure.steps.values() for citation in step.citations]
    # the article that sets a limit must be in force; rules that later add to it need not have been
    cited += [(limit.name, limit.clock.citations[0]) for limit in procedure.limits.values() if limit.clock.citations]
    cited += [(limit.name, citation) for limit in procedure.limits.values() for citation in limit.not_counting.values()]
    return cited + [(name, citation) for name, outcome in procedure.outcomes.items() for citation in outcome.citations]


def _law(procedure: type[Procedure]) -> Found:
    for where, citation in _cited(procedure):
        if not citation.in_force(procedure.since):
            yield "procedure.E001", where, f"{citation}在{procedure.since}尚未施行或已废止"
        if citation.article == "" and citation.statute.gists:
            yield "procedure.E021", where, f"引用{citation}没有写明条号"
    for step in procedure.steps.values():
        if not step.citations:
            yield "procedure.E002", step.name, "步骤没有法律依据"


_ARTICLE = re.compile(r"([\u4e00-\u9fff]*?)(第[一二三四五六七八九十百零]+条)")
_LEAST = 4  # 实施条例 is short for 行政复议法实施条例; 诉讼法 alone could be either of two


def _sentences(procedure: type[Procedure]) -> Found:
    """What a refused user reads must name articles then in force; one without a name is of the text cited beside it."""
    known = [each for each in statutes_in_data() if each.gists and each.in_force(procedure.since)]
    for where, condition, beside in _conditions(procedure):
        said, named = (condition.__doc__ or "").strip().partition("\n")[0], beside
        for words, article in _ARTICLE.findall(said):
            named = _named(words, known) or named
            if not any(article in _articles(text) for text in (named, beside)):
                yield "procedure.E022", where, f"条件的说明引用了{article}，当时施行的{named.name}没有收录该条"


def _conditions(procedure: type[Procedure]) -> Iterator[tuple[str, Condition, Statute]]:
    """Every condition, with the text that its step, or its limit, cites first."""
    for step in procedure.steps.values():
        if step.when is not None and step.citations:
            yield step.name, step.when, step.citations[0].statute
    for limit in procedure.limits.values():
        if limit.when is not None:
            yield limit.name, limit.when, limit.clock.statute


def _named(words: str, known: list[Statute]) -> Statute | None:
    """The statute whose name the words end with, in full or shortened from the front."""
    shared = {each: len(commonprefix((words[::-1], each.key[::-1]))) for each in known}
    best = max(shared, key=lambda each: shared[each], default=None)
    return best if best is not None and shared[best] >= _LEAST else None


def _articles(statute: Statute) -> set[str]:
    return {place_text(Place(place.article)) for place in statute.gists}


def _starts(procedure: type[Procedure]) -> Found:
    yield "procedure.E003", "states", "应当有且只有一个起始状态"


def _states(procedure: type[Procedure]) -> Found:
    reached = _reached(procedure)
    for state in procedure.states.values():
        if state not in reached:
            yield "procedure.E004", state.name, "没有步骤能到达此状态"
        if not state.final and not _ways_out(procedure, state):
            yield "procedure.E005", state.name, "没有步骤能离开此状态"
        if state.final and procedure.leaving(state):
            yield "procedure.E006", state.name, "终结状态不应再有步骤"
        waits = isinstance(state.desk, Party)
        if waits and not any(step.mode is Mode.LAPSE for step in procedure.leaving(state)):
            yield "procedure.E007", state.name, "等待当事人的状态没有期限届满的后果"
    for step in procedure.leaving(procedure.start):
        if step.move.target is Target.BACK:
            yield "procedure.E018", step.name, "起始状态没有可以回到的此前状态"


def _ways_out(procedure: type[Procedure], state: State) -> list[Step]:
    return [s for s in procedure.leaving(state) if s.move.target is not state and s.move.target is not Target.STAY]


def _reached(procedure: type[Procedure]) -> set[State]:
    reached = {procedure.start}
    while True:
        more = {
            step.move.target
            for state in reached
            for step in procedure.leaving(state)
            if isinstance(step.move.target, State)
        } - reached
        if not more:
            return reached
        reached |= more


def _steps(procedure: type[Procedure]) -> Found:
    for step in procedure.steps.values():
        if step.mode is Mode.MUST and not step.within and step.when is None:
            yield "procedure.E008", step.name, "应当为之的步骤既无期限也无条件"
        if (
            isinstance(step.move.target, State)
            and step.move.target.final
            and not step.outcomes
            and not _has_outcome(procedure, step)
        ):
            yield "procedure.E009", step.name, "终结的步骤没有结论"
        if step.extends is not None and not _can_be_extended(step, step.extends):
            yield "procedure.E010", step.name, f"{step.extends.clock.citations[0]}没有规定延长，或者没有填写延长至何日"
        for name in step.asks:
            if name in RESERVED:
                yield "procedure.E011", step.name, f"填写项不得名为{name}"


def _can_be_extended(step: Step, limit: Limit) -> bool:
    """The article must allow it, and either say by how much or leave the day to the organ, which then must name it."""
    extension = limit.clock.extension
    return extension is not None and (extension.amount is not None or limit.given in step.asks)


def _has_outcome(procedure: type[Procedure], step: Step) -> bool:
    """A step may close a case whose outcome was given earlier: every way to its source states passes an outcome."""
    open_states = {procedure.start}
    while True:
        more = {
            s.move.target
            for state in open_states
            for s in procedure.leaving(state)
            if not s.outcomes and isinstance(s.move.target, State)
        } - open_states
        if not more:
            return not any(source in open_states for source in step.sources)
        open_states |= more


def _limits(procedure: type[Procedure]) -> Found:
    used: set[Limit] = set()
    for step in procedure.steps.values():
        used |= step.limits()
        for limit in step.limits():
            if procedure.limits.get(limit.name) is not limit:
                yield "procedure.E012", step.name, f"期限{limit.label}不属于本程序"
    for limit in procedure.limits.values():
        if limit not in used:
            yield "procedure.E013", limit.name, "没有步骤使用此期限"
        elif not _ever_begins(procedure, limit):
            yield "procedure.E016", limit.name, "此期限从不起算"
        for name in limit.since:
            if name not in procedure.steps:
                yield "procedure.E014", limit.name, f"起算步骤{name}不存在"
        if limit.given and not any(limit.given in step.asks for step in procedure.steps.values()):
            yield "procedure.E017", limit.name, f"没有步骤填写{limit.given}"
        if procedure.lapses[limit] and not (limit.clock.has_number or limit.given):
            yield "procedure.E020", limit.name, "没有长度的期限不会届满，不能有届满的后果"
        for state in procedure.states.values():
            if sum(state in step.sources for step in procedure.lapses[limit]) > 1:
                yield "procedure.E019", limit.name, f"在“{state.label}”届满有两种后果"


def _ever_begins(procedure: type[Procedure], limit: Limit) -> bool:
    begun = any(limit in (*step.starts, *step.restarts) for step in procedure.steps.values())
    return begun or any(limit in begins for begins in procedure.begins.values())


def _outcomes(procedure: type[Procedure]) -> Found:
    reached = {outcome for step in procedure.steps.values() for outcome in step.outcomes}
    for name, outcome in procedure.outcomes.items():
        if outcome not in reached:
            yield "procedure.E015", name, "没有步骤能得出此结论"
