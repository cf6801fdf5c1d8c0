"""What a row is called when it has a title, only a number, or hardly anything."""

from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.domains.safety.models import Drill
from fazhi.domains.workforce.models import TrainingTally


def test_a_number_is_followed_by_what_the_row_is_about() -> None:
    assert (
        str(RiskAlertLetter(number="提示〔2024〕1号", field="治安管理", risk="告知不全")) == "提示〔2024〕1号 治安管理"
    )


def test_the_kind_and_the_id_are_the_last_resort_and_long_words_are_cut() -> None:
    assert str(Drill(pk=3)) == f"{Drill._meta.verbose_name}第3号"
    assert str(TrainingTally(number="T1")) == "T1"
    said = str(Drill(number="D1", site="厂" * 80))
    assert said.startswith("D1 厂") and said.endswith("…") and len(said) < 50
