"""A page for one procedure: law, offices, states, diagram, steps, limits, outcomes. writing.py calls it."""

from collections.abc import Iterator

from fazhi.law import Citation
from fazhi.procedure import BACK, LAW, Limit, Office, Outcomes, Party, Procedure, State, Step, procedures
from fazhi.procedure.periods import cited, length_of
from fazhi.project.manual.tables import NOTE, table


def index_page() -> Iterator[str]:
    yield NOTE
    yield "# 办理程序一览"
    yield ""
    yield "每个程序一页，写明依据、岗位、状态、步骤、期限和结论。全部数据的口径见[数据一览](figures.md)。"
    yield ""
    yield from table(
        ("程序", "版本", "状态", "步骤", "期限", "结论"),
        (
            (
                f"[{each.title}]({each.code}.md)", each.edition(), len(each.states), len(each.steps), len(each.limits),
                len(each.outcomes),
            )
            for each in procedures()
        ),
    )  # fmt: skip


def procedure_page(code: str) -> Iterator[str]:
    editions = [each for each in procedures() if each.code == code]
    yield NOTE
    yield f"# {editions[-1].title}"
    for each in reversed(editions):
        yield ""
        yield from _edition(each)


def _edition(procedure: type[Procedure]) -> Iterator[str]:
    until = f"至{procedure.until}前收到的适用" if procedure.until else "施行之日起收到的适用"
    yield f"程序版本：`{procedure.edition()}`（{procedure.since}起，{until}）。"
    yield ""
    yield f"主要依据：{'、'.join(_statutes(procedure))}。"
    yield ""
    for title, kind in (("当事人", Party), ("办理岗位", Office)):
        named = [f"{each.label}（`{each.name}`）" for each in procedure.actors.values() if isinstance(each, kind)]
        if named:
            yield f"- {title}：{'、'.join(named)}"
    sections = (
        ("状态", _states), ("流程图", _diagram), ("步骤", _steps), ("期限", _limits), ("结论", _outcomes),
    )  # fmt: skip
    for title, section in sections:
        yield ""
        yield f"## {title}"
        yield ""
        yield from section(procedure)


def _statutes(procedure: type[Procedure]) -> list[str]:
    """Every statute that the procedure cites, in the order of first mention."""
    cites = [citation for step in procedure.steps.values() for citation in step.citations]
    cites += [citation for limit in procedure.limits.values() for citation in limit.clock.citations]
    return list(
        dict.fromkeys(f"{each.statute.name}（{each.statute.edition}，{each.statute.since}起施行）" for each in cites)
    )


def _states(procedure: type[Procedure]) -> Iterator[str]:
    rows = []
    for state in procedure.states.values():
        kind = "收到时" if state.start else "终结" if state.final else ""
        rows.append((state.label, f"`{state.name}`", kind, state.desk.label if state.desk else ""))
    yield from table(("状态", "代码", "性质", "由谁办理"), rows)


def _diagram(procedure: type[Procedure]) -> Iterator[str]:
    """A Mermaid state diagram; steps between the same two states share an arrow, steps that stay are left to the table."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    for state in procedure.states.values():
        yield f'  state "{state.label}" as {state.name}'
    yield f"  [*] --> {procedure.start.name}"
    arrows: dict[tuple[str, str], list[str]] = {}
    for step in procedure.steps.values():
        for source, target in _moves(procedure, step):
            arrows.setdefault((source.name, target.name), []).append(step.label)
    for (source_name, target_name), labels in arrows.items():
        yield f"  {source_name} --> {target_name}: {'／'.join(dict.fromkeys(labels))}"
    for state in procedure.states.values():
        if state.final:
            yield f"  {state.name} --> [*]"
    yield "```"


def _moves(procedure: type[Procedure], step: Step) -> Iterator[tuple[State, State]]:
    for source in step.sources:
        if step.move.target is BACK:
            yield from ((source, before) for before in _before(procedure, source))
        elif isinstance(step.move.target, State):
            yield source, step.move.target


def _before(procedure: type[Procedure], detour: State) -> list[State]:
    """The states from which a detour is entered: BACK leads to the one the case came from."""
    entering = [step for step in procedure.steps.values() if step.move.target is detour]
    found = [source for step in entering for source in step.sources if source is not detour]
    return list(dict.fromkeys(found))


def _steps(procedure: type[Procedure]) -> Iterator[str]:
    head = ("步骤", "由谁", "应当或可以", "从", "到", "依据", "期限", "不得办理的情形", "结论")
    yield from table(head, (_step(each) for each in procedure.steps.values()))


def _step(step: Step) -> tuple[str, ...]:
    target = step.move.target
    limits = [f"{each.label}：{length_of(each.clock)}" for each in step.within]
    if step.lapses is not None:
        limits.append(
            f"{step.lapses.label}届满{'当日' if step.dated == 'expiry' else '次日'}{'' if step.closes else '，义务仍须履行'}"
        )
    return (
        step.label,
        step.actor.label,
        "依法发生" if step.actor is LAW else step.mode.value,
        "、".join(state.label for state in step.sources),
        target.label if isinstance(target, State) else target.value,
        cited(step.citations),
        "；".join(limits),
        _refused_when(step),
        "、".join(outcome.label for outcome in step.outcomes),
    )


def _refused_when(step: Step) -> str:
    """What the condition says in its docstring, which is what the official reads on refusal."""
    said = [(step.when.__doc__ or "").strip().splitlines()[0].rstrip("。")] if step.when and step.when.__doc__ else []
    if step.once:
        said.append("只能进行一次")
    return "；".join(said)


def _limits(procedure: type[Procedure]) -> Iterator[str]:
    if not procedure.limits:
        yield "本程序没有法定期限。"
        return
    head = ("期限", "编号", "依据", "长度", "不计入的期间", "延长", "届满的后果")
    yield from table(head, (_limit(procedure, each) for each in procedure.limits.values()))
    for reading in dict.fromkeys(each.reading for each in procedure.limits.values() if each.reading):
        labels = "、".join(each.label for each in procedure.limits.values() if each.reading == reading)
        yield ""
        yield f"> **条文没有写明的**（{labels}）：{reading}"


def _limit(procedure: type[Procedure], limit: Limit) -> tuple[str, ...]:
    clock = limit.clock
    length = length_of(clock) if limit.given is None or clock.has_number else "由机关确定"
    paused = [f"{state.label}（{_short(article)}）" for state, article in limit.not_counting.items()]
    lapses = [f"{step.label}（{cited(step.citations)}）" for step in procedure.lapses[limit]]
    return (
        limit.label,
        f"`{clock.id}`" if clock.id else "",
        cited(clock.citations),
        length + ("（最早）" if limit.earliest else ""),
        "、".join(paused),
        clock.extension.text if clock.extension else "",
        "；".join([*([clock.consequence] if clock.consequence else []), *lapses]),
    )


def _short(article: Citation) -> str:
    return article.short or str(article)


def _outcomes(procedure: type[Procedure]) -> Iterator[str]:
    rows = [(each.label, f"`{name}`", _cites(each)) for name, each in procedure.outcomes.items()]
    yield from table(("结论", "代码", "依据"), rows)


def _cites(outcome: Outcomes) -> str:
    return cited(outcome.citations)
