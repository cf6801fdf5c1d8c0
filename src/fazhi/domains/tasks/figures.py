"""F014, F015, F021, F022, F043, and the red list of leaders: what is due and not done."""

from fazhi.domains.tasks.models import (
    BusinessTask,
    DigitalArea,
    DigitalTask,
    GuaranteeMeasure,
    KeyTask,
    MeasureUse,
    ReformTask,
)
from fazhi.figures.api import LAST_DAY, Count, Distinct, Holds, Ratio, Rows, col, linked, rows

RULE_OF_LAW = "市委依法治市办"
DATA = "市数据局"
DEVELOPMENT = "市发展改革委"
kept = ~(col("status") == "dropped")

key_tasks = rows(KeyTask).where(kept)
reforms = rows(ReformTask).where(kept)
digital_tasks = rows(DigitalTask).where(kept)
business_tasks = rows(BusinessTask).where(kept)
has_both_roles = col("leader_role").is_in("director", "deputy") & (col("leader") != "") & col("handler_id").known()
uses = rows(MeasureUse)


def overdue(tasks: Rows) -> Rows:
    """Due by the end of the period and not completed by then, whatever its status says."""
    not_done = col("completed_on").is_null() | (col("completed_on") > LAST_DAY)
    return tasks.so_far().where(col("due_on") <= LAST_DAY, not_done)


FIGURES = (
    Holds(
        "F014", "法治领域改革任务“双领”", "项", RULE_OF_LAW, said=2, mentions=(("双领",),),
        note="清单内每项任务都有1名领衔的市委依法治市办主任或副主任和1家领办单位；已调出清单的任务不计",
        whole=reforms, part=has_both_roles,
    ),
    Count(
        "F015", "法治领域改革具体工作", "项", RULE_OF_LAW, rows=reforms,
        mentions=(("具体工作", "双领"), ("改革", "具体工作"), ("法治领域改革", "任务")),
        note="年末在清单内的任务数，不以完成为条件；已调出、已并入其他任务的不计",
    ),
    Count(
        "TK01", "“双领”机制缺领衔或者领办的改革任务", "项", RULE_OF_LAW, rows=reforms.where(~has_both_roles),
    ),
    Count(
        "F021", "数字镇江工作要点领域", "个", DATA, mentions=(("数字", "领域"),),
        note="当年工作要点的领域，每个领域至少有1项任务；任务全部调出的领域不计",
        rows=rows(DigitalArea).begun().where(linked(digital_tasks.ever(), "area_id")),
    ),
    Count(
        "F022", "数字镇江工作要点重点任务", "项", DATA, mentions=(("数字", "重点任务"),),
        note="当年工作要点提出的任务数，不以完成为条件", rows=digital_tasks.begun(),
    ),
    Count(
        "F043", "优化营商环境年度重点任务", "项", DEVELOPMENT, mentions=(("营商环境", "重点任务"), ("镇合意", "重点任务")),
        note="当年行动方案提出的任务数，不以完成为条件", rows=business_tasks.begun(),
    ),
    Count(
        "TK02", "年度法治政府建设重点任务", "项", RULE_OF_LAW, rows=key_tasks.begun(),
        mentions=(("法治政府建设", "重点任务", "分工"),),
    ),
    Count("TK03", "逾期未完成的法治政府建设重点任务", "项", RULE_OF_LAW, rows=overdue(key_tasks)),
    Count("TK04", "逾期未完成的法治领域改革任务", "项", RULE_OF_LAW, rows=overdue(reforms)),
    Count("TK05", "逾期未完成的数字镇江重点任务", "项", DATA, rows=overdue(digital_tasks)),
    Count("TK06", "逾期未完成的优化营商环境重点任务", "项", DEVELOPMENT, rows=overdue(business_tasks)),
    Ratio(
        "TK07", "年度法治政府建设重点任务按时完成率", "%", RULE_OF_LAW, digits=1, whole=key_tasks.by_date("due_on"),
        part=col("completed_on") <= col("due_on"), note="当期到期的任务中，在完成时限当日或者之前完成的占比",
    ),
    Count("TK08", "现行法治保障举措", "项", "市司法局", rows=rows(GuaranteeMeasure)),
    Count(
        "TK09", "当年无人使用的法治保障举措", "项", "市司法局", rows=rows(GuaranteeMeasure).where(~linked(uses, "measure_id")),
    ),
    Distinct("TK10", "使用法治保障举措的企业", "家", "市司法局", rows=uses, column="enterprise"),
)  # fmt: skip
