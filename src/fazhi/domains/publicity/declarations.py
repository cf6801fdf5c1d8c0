"""What this domain gives the rooms below it."""

from fazhi.domains.publicity.figures import FIGURES
from fazhi.domains.publicity.models import (
    Activity,
    HearingAttendance,
    LawExam,
    LiteracySurvey,
    ObservationPoint,
    School,
    SchoolBrand,
    SchoolHonour,
    VicePrincipal,
)
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

register_figures(FIGURES)
register_ledger(School, key=("key", "valid_from"), aliases={"key": ("学校代码", "学校标识码"), "name": ("学校",)})
register_ledger(
    VicePrincipal,
    key=("key", "valid_from"),
    aliases={
        "key": ("聘书编号", "聘书号"), "valid_from": ("聘任日期",), "valid_to": ("聘期届满日期", "解聘日期"),
        "school": ("聘任学校",), "name": ("法治副校长姓名", "法治副校长"), "unit": ("工作单位",),
    },
)  # fmt: skip
register_ledger(SchoolBrand, key=("key", "valid_from"), aliases={"name": ("法治品牌", "品牌")})
register_ledger(SchoolHonour, key=("number",), aliases={"honour": ("荣誉称号",), "happened_on": ("命名日期",)})
register_ledger(ObservationPoint, key=("key", "valid_from"), aliases={"name": ("观测点",), "valid_from": ("设立日期",)})
register_ledger(LiteracySurvey, key=("number",), aliases={"respondents": ("问卷数",)})
register_ledger(Activity, key=("number",), aliases={"audience": ("受众人数",), "happened_on": ("举办日期",)})
register_ledger(HearingAttendance, key=("number",), aliases={"attended": ("实到人数",), "happened_on": ("旁听日期",)})
register_ledger(LawExam, key=("number",), aliases={"score": ("得分",), "result": ("是否合格",)})
