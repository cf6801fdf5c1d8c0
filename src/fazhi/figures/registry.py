"""The figures of an installation. Domains fill it at start-up; one code may carry several named readings (口径)."""

from collections.abc import Iterable

from fazhi.figures.figure import Figure, NotComputed

_FIGURES: dict[str, Figure] = {}


class NoSuchFigure(KeyError):
    def __str__(self) -> str:
        return str(self.args[0])


class TwoDefinitions(ValueError):
    """One id with two definitions."""


def register_figures(figures: Iterable[Figure]) -> None:
    for figure in figures:
        known = _FIGURES.setdefault(figure.id, figure)
        if known is not figure and known != figure:
            raise TwoDefinitions(f"{figure.id}已有另一定义“{known.name}”，同一编号不得有两种口径；请另起口径名。")


def figure(id: str) -> Figure:
    """A figure by its id; a bare code with several readings gives its first. NoSuchFigure names near ids."""
    if id in _FIGURES:
        return _FIGURES[id]
    readings = readings_of(id)
    if readings:
        return readings[0]
    near = [known for known in sorted(_FIGURES) if known.startswith(id[:3])][:5]
    raise NoSuchFigure(f"没有编号为“{id}”的数据。" + (f"相近的有：{'、'.join(near)}。" if near else ""))


def readings_of(code: str) -> list[Figure]:
    """Every reading (口径) of one name, the one that is spoken of first."""
    return [each for each in _FIGURES.values() if each.code == code]


def all_figures() -> list[Figure]:
    """Every figure, names and unprovable claims included, in order of code; readings as they were declared."""
    return sorted(_FIGURES.values(), key=lambda each: each.code)


def computed() -> list[Figure]:
    return [each for each in all_figures() if not isinstance(each, NotComputed)]
