"""Which figures stand at the head of the board. The city names them; until it does, the fullest of its ratios and counts."""

from collections.abc import Iterable, Mapping

from fazhi.figures.api import Count, Figure, Ratio, Result, computed

MOST, FEWEST = 6, 3
_CHOSEN: list[str] = []


def choose_headlines(ids: Iterable[str]) -> None:
    """Three to six figure ids, called by the city's declarations."""
    listed = list(ids)
    if not FEWEST <= len(listed) <= MOST:
        raise ValueError(f"总览首页放{FEWEST}至{MOST}项数据，现列了{len(listed)}项。")
    _CHOSEN[:] = listed


def _named() -> list[Figure]:
    """The figures that the city named; none once fewer than three of them are left."""
    known = {each.id: each for each in computed()}
    chosen = [known[id] for id in _CHOSEN if id in known]  # a figure may have been withdrawn since it was chosen
    return chosen if len(chosen) >= FEWEST else []


def candidates() -> list[Figure]:
    """The named figures, or every count and ratio."""
    return _named() or [each for each in computed() if type(each) in {Count, Ratio}]


def headlines(results: Mapping[str, Result]) -> list[Figure]:
    """Those of the results to show: the named ones; else, one of each owner in turn, the ones with most rows."""
    if named := _named():
        return [each for each in named if each.id in results]
    listed = [each for each in candidates() if each.id in results]
    listed.sort(key=lambda each: (-results[each.id].row_count, each.id))
    first = list({each.owner: each for each in reversed(listed)}.values())[::-1]
    rest = [each for each in listed if each not in first]
    return [each for each in [*first, *rest] if results[each.id].row_count][:MOST]
