"""F033 and F054-F056."""

from fazhi.domains.legislation.models import ContactPoint, LegislativeSuggestion, LocalRegulation
from fazhi.figures.api import FIRST_DAY, LAST_DAY, Count, Holds, col, linked, rows

JUSTICE, CONGRESS = "市司法局", "市人大法工委"
NOT_FOR_LEGISLATION = ("DUPLICATE", "ELSEWHERE", "WITHDRAWN")

points = rows(ContactPoint).where(kind="congress")
earlier = points.ever().where(col("valid_from") < FIRST_DAY)
suggestions = rows(LegislativeSuggestion).where(~col("case__outcome").is_in(*NOT_FOR_LEGISLATION))

FIGURES = (
    Holds(
        "F033", "我市首部科技创新地方性法规", "部", JUSTICE, said=1,
        mentions=(("首部", "地方性法规"), ("首部", "科技创新")),
        note="截至期末登记的科技创新领域地方性法规（含已废止的），没有一部在本期之前公布；政府规章不计",
        whole=rows(LocalRegulation).so_far().where(kind="regulation", field="science"),
        part=col("enacted_on").is_null() | (col("enacted_on") >= FIRST_DAY),
    ),
    Count(
        "F054", "新增人大立法联系点", "家", CONGRESS, mentions=(("立法联系点", "新增"), ("人大立法联系点",)),
        note="当年设立的人大立法联系点；更名、迁址而沿用原编码的不是新增，政府立法联系点不计",
        rows=points.begun().where(~linked(earlier, "key", column="key")),
    ),
    Count(
        "F055", "征集人民建议", "条", JUSTICE, mentions=(("人民建议", "征集"),),
        note="当年收到的立法人民建议；重复并案、不属于立法事项转送和建议人撤回的不计",
        rows=suggestions,
    ),
    Count(
        "F056", "采纳或者部分采纳人民建议", "条", JUSTICE,
        mentions=(("人民建议", "采纳"),),
        note="当年收到的立法人民建议中，期末前经起草单位研究采纳或者部分采纳的",
        rows=suggestions.where(
            col("case__outcome").is_in("ADOPTED", "PARTLY"), col("decided_on") <= LAST_DAY
        ),
    ),
)  # fmt: skip
