"""F005-F008, F016, and what the board shows of law popularisation."""

from fazhi.domains.publicity.models import (
    Activity,
    HearingAttendance,
    LawExam,
    ObservationPoint,
    School,
    SchoolBrand,
    SchoolHonour,
    VicePrincipal,
)
from fazhi.figures.api import DAY_AFTER, Count, Distinct, Holds, Ratio, Sum, col, linked, rows

EDUCATION = "市教育局"
JUSTICE = "市司法局"
#: 中小学法治副校长聘任与管理办法: ordinary and vocational secondary schools, primary schools and special schools
TAUGHT = ("primary", "junior", "nine_year", "complete", "senior", "vocational", "special")

schools = rows(School).where(col("stage").is_in(*TAUGHT))
school_open = col("school__valid_to").is_null() | (col("school__valid_to") >= DAY_AFTER)
appointments = rows(VicePrincipal).where(col("school__stage").is_in(*TAUGHT), school_open)
brands = rows(SchoolBrand).where(status="active")
points = rows(ObservationPoint).where(status="active")
exams = rows(LawExam)

FIGURES = (
    Holds(
        "F005", "法治示范校“一校一品”", "个", EDUCATION, said=1, mentions=(("一校一品",),),
        note="年末在册的法治示范校建设单位，每校至少有1个已登记的法治品牌；申报中、已停用和已失效的不算",
        whole=schools.where(in_programme=True), part=linked(brands, "school_id"),
    ),
    Distinct(
        "F006", "入选首批江苏省依法治校示范校的学校", "所", EDUCATION, column="school__key",
        mentions=(("依法治校示范校",), ("依法治校", "示范学校")),
        note="当年公布入选首批江苏省依法治校示范校的学校；推荐未入选、其他批次和市级称号不计，同校多份文件计1所",
        rows=rows(SchoolHonour).where(honour="provincial_model", batch_number=1, result="selected"),
    ),
    Distinct(
        "F007", "中小学法治副校长", "人", EDUCATION, reading="按人", rows=appointments, column="person",
        mentions=(("法治副校长",),),
        source="中小学法治副校长聘任与管理办法（教育部令第52号）",
        note="年末在聘的中小学法治副校长人数，一人任职多校计1人；聘期届满、解聘和幼儿园、高校的聘任不计，已撤并学校的聘任不计",
    ),
    Count(
        "F007", "中小学法治副校长聘任数", "人次", EDUCATION, reading="按聘任", rows=appointments,
        note="年末在聘的聘任数，一人任职两校计2人次",
    ),
    Ratio(
        "F008", "中小学法治副校长配备率", "%", EDUCATION, mentions=(("法治副校长", "配备率"), ("配备率",)),
        source="中小学法治副校长聘任与管理办法（教育部令第52号）",
        note="年末在册中小学中至少有1名在聘法治副校长的学校占比；有一校未配备即不得称100%",
        whole=schools, part=linked(appointments, "school_id"),
    ),
    Count(
        "F016", "公民法治素养观测点", "个", JUSTICE, reading="年末在册", rows=points,
        mentions=(("法治素养", "观测点"), ("法治素养", "监测点")),
        note="年末运行中的观测点；备选和已撤销的不计",
    ),
    Count(
        "F016", "当年新建公民法治素养观测点", "个", JUSTICE, reading="当年新建", rows=points.begun(),
        note="当年设立且运行的观测点",
    ),
    Count(
        "PB01", "一年内聘期届满的法治副校长聘任", "人次", EDUCATION,
        rows=rows(VicePrincipal).by_date("valid_to").where(col("school__stage").is_in(*TAUGHT)),
        note="聘期在本期内届满或者解聘的聘任，供续聘提醒",
    ),
    Sum(
        "PB02", "国家工作人员旁听庭审", "人次", JUSTICE, rows=rows(HearingAttendance), column="attended",
        mentions=(("旁听庭审",),), note="以实际签到为准，预约未到不计",
    ),
    Ratio(
        "PB03", "新任县处级领导干部法律知识考试合格率", "%", JUSTICE, digits=1,
        mentions=(("法律知识考试", "合格率"),), whole=exams.where(~(col("result") == "absent")), part=col("result") == "passed",
    ),
    Count(
        "PB04", "法治文化艺术月活动", "场", JUSTICE, mentions=(("法治文化艺术月", "场"),),
        rows=rows(Activity).where(kind="art_month", status="held"),
    ),
)  # fmt: skip
