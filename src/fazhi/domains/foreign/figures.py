"""F050-F053, and the talent that the report's second part finds wanting."""

from fazhi.domains.foreign.models import ForeignTalent, NotaryCase, TrainingAttendance, TrainingSession
from fazhi.figures.api import Count, Distinct, Ratio, col, rows

OWNER = "市司法局"

present = rows(TrainingAttendance).where(absent=False, session__kind="foreign", session__status="held")
issued = rows(NotaryCase).by_date("concluded_on").where(case__outcome="ISSUED")

FIGURES = (
    Count(
        "F050", "涉外法治专场培训", "次", OWNER, mentions=(("涉外", "培训"),),
        note="当年举办的涉外法治专场培训；取消的和其他主题的培训不计",
        rows=rows(TrainingSession).where(kind="foreign", status="held"),
    ),
    Distinct(
        "F051", "涉外法治专场培训涉及企业", "家", OWNER, reading="企业", mentions=(("涉外", "培训", "企业"),),
        note="当年参加过涉外法治专场培训的企业，按统一社会信用代码去重；报名未到的不计",
        rows=present,
        column="uscc",
    ),
    Count(
        "F051", "涉外法治专场培训参加企业家次", "家次", OWNER, reading="家次", mentions=(("涉外", "培训", "家次"),),
        note="同一企业参加几场计几次；报名未到的不计",
        rows=present,
    ),
    Count(
        "F052", "办理涉外公证", "件", OWNER, mentions=(("涉外公证",),),
        note="当年出具公证书的涉外公证；涉港澳台的不计，不予办理、终止和撤回的不计",
        rows=issued.where(scope="foreign"),
    ),
    Ratio(
        "F053", "涉外公证占公证办证总量比例", "%", OWNER, digits=1,
        mentions=(("涉外公证", "占"), ("涉外公证", "比例"), ("涉外公证", "总量")),
        note="分母为当年出具公证书的全部公证，分子为其中的涉外公证",
        whole=issued,
        part=col("scope") == "foreign",
    ),
    Count(
        "FT01", "涉外法治人才", "人", OWNER, mentions=(("涉外法治人才", "名"), ("涉外法治人才", "人才库")),
        note="期末在库的涉外法治人才",
        rows=rows(ForeignTalent),
    ),
)  # fmt: skip
