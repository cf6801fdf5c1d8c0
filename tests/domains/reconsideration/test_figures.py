"""F072 read broadly: a case counts as settled for good only when it cannot be sued over any more."""

from datetime import date

from fazhi.casework.api import Case, pulse
from fazhi.figures.api import Scope


def share(figures_of) -> object:
    found = figures_of(Scope(2024), "F072")
    return next(value for name, value in found.items() if "广义" in name)


def test_the_time_to_sue_must_have_run_out(decided, on_trial, walk, figures_of):
    """Served on 8 May: until 23 May one may sue. One of three sued, one was mediated; strangers: refused, still on trial."""
    kept, sued = decided(), decided()
    walk(on_trial(), ("draft_mediation", "2024-04-09"), ("mediate", "2024-04-10"))
    walk(sued, ("sue", "2024-05-20"))
    on_trial()
    assert round(float(share(figures_of)), 1) == 33.3
    pulse(date(2024, 5, 23))
    assert round(float(share(figures_of)), 1) == 33.3
    pulse(date(2024, 5, 24))
    assert round(float(share(figures_of)), 1) == 66.7
    assert Case.objects.get(pk=kept.pk).state == "effective"
