"""F001-F004 and F009-F013, and what the board shows of leaders and appraisals."""

from fazhi.domains.leadership.models import (
    AgendaItem,
    BodyAppraisal,
    Cadre,
    CadreAppraisal,
    DutyRecord,
    GovernmentMeeting,
    HandbookReceipt,
    LawStudy,
    LeadingBody,
    MayorComment,
    OnsiteReport,
    PrincipalLeader,
)
from fazhi.figures.api import DAY_AFTER, LAST_DAY, Count, Distinct, Holds, Ratio, Rows, col, linked, rows

OFFICE = "市政府办"
RULE_OF_LAW = "市委依法治市办"
ORGANISATION = "市委组织部"
DUTIES = ("deploy", "inquire", "coordinate", "supervise")
COUNTY_RANK = ("principal", "deputy", "non_leading")
NOT_DISCUSSED = ("withdrawn", "returned")

meetings = rows(GovernmentMeeting).where(kind="executive", status="held")
items = rows(AgendaItem).where(meeting__kind="executive", meeting__status="held")
first_items = items.ever().where(position=1, kind="study_first")
studies = rows(LawStudy).where(item__meeting__kind="executive", item__meeting__status="held", status="held")
heard = items.where(~col("outcome").is_in(*NOT_DISCUSSED), kind="rule_of_law")

cadres = rows(Cadre).where(col("rank").is_in(*COUNTY_RANK))
receipts = (
    rows(HandbookReceipt)
    .so_far()
    .where(
        col("copies") >= 1,
        col("edition__valid_from") <= LAST_DAY,
        col("edition__valid_to").is_null() | (col("edition__valid_to") >= DAY_AFTER),
        signed=True,
    )
)
has_handbook = linked(receipts, "cadre_id")

duties = rows(DutyRecord)
leaders = rows(PrincipalLeader)
at_city = leaders.where(place__level="city")
deployed, inquired, coordinated, supervised = (linked(duties.where(duty=duty), "leader_id") for duty in DUTIES)
all_four = deployed & inquired & coordinated & supervised


def of_round(table: Rows) -> Rows:
    """The year of an appraisal is that of its round, whenever it was graded."""
    return table.by_date("round__period_end")


bodies_graded = of_round(rows(BodyAppraisal)).where(status="graded")
cadres_graded = of_round(rows(CadreAppraisal)).where(col("cadre__rank").is_in(*COUNTY_RANK), status="graded")
onsite = of_round(rows(OnsiteReport)).where(choosing="drawn", attendance="reported")
comments = of_round(rows(MayorComment))
units = rows(LeadingBody).ever().where(linked(bodies_graded, "body_id"))

FIGURES = (
    Holds(
        "F001", "市政府常务会议“第一议题”学习习近平法治思想", "项", OFFICE, said=1, mentions=(("第一议题",),),
        note="当年已召开的市政府常务会议，每次会议议程的第1项均为学习议题；延期、取消的会议和全体会议、市长办公会议不在内",
        whole=meetings, part=linked(first_items, "meeting_id"),
    ),
    Count(
        "F002", "市政府常务会议专题学法", "次", OFFICE, rows=studies,
        mentions=(("专题学法",), ("会前学法",), ("常务会议", "学法")),
        note="按学法场次计，一次会议安排两场的计2次；已列计划未举办、延期的不计，其他会议上的学法不计",
    ),
    Count(
        "F003", "市政府常务会议听取和研究法治建设工作", "次", OFFICE, reading="按议题", rows=heard,
        mentions=(("研究法治建设",), ("研究", "法治政府建设工作"), ("听取", "法治建设")),
        note="按议题计：当年常务会议实际研究的法治建设工作议题；会前撤回、退回修改的不计，专题学法另计",
    ),
    Distinct(
        "F003", "市政府常务会议听取和研究法治建设工作", "次", OFFICE, reading="按会议", rows=heard, column="meeting_id",
        note="按会议计：研究过法治建设工作议题的常务会议数，一次会议研究多项议题的计1次",
    ),
    Holds(
        "F004", "领导干部应知应会学习手册“人手一本”", "本", "市司法局", said=1, mentions=(("人手一本",), ("人手一册",)),
        note="年末在册的县处级领导干部，每人都有现行版本手册的本人签收记录；只发放未签收、只领旧版的不算",
        whole=cadres, part=has_handbook,
    ),
    Count("LD01", "尚未签收学习手册的领导干部", "人", "市司法局", rows=cadres.where(~has_handbook)),
    Holds(
        "F009", "党政主要负责人推进法治建设“四个亲自”", "个", RULE_OF_LAW, said=4, mentions=(("四个亲自",),),
        source="法治政府建设与责任落实督察工作规定",
        note="年末在任的市委、市政府主要负责人，每人当年亲自部署、亲自过问、亲自协调、亲自督办四类履职记录均不少于1条",
        whole=at_city, part=all_four,
    ),
    Ratio(
        "LD02", "县（市、区）党政主要负责人“四个亲自”履职齐全率", "%", RULE_OF_LAW, digits=1,
        whole=leaders.where(place__level="district"), part=all_four,
    ),
    Distinct(
        "F010", "开展述法考评的县处级领导班子", "个", ORGANISATION, rows=bodies_graded, column="body__key",
        mentions=(("领导班子", "考评"), ("领导班子", "述法")),
        note="按考评年度计已评定的领导班子数，同一班子补充评定、复核只计1个；待评定、退回、免予考评的不计",
    ),
    Distinct(
        "F011", "开展述法考评的县处级领导干部", "名", ORGANISATION, rows=cadres_graded, column="cadre__key",
        mentions=(("领导干部", "考评"), ("领导干部", "述法")),
        note="按考评年度计已评定的县处级领导干部人数，同一人调任、补充评定、复核只计1名；乡科级干部不计",
    ),
    Distinct(
        "F012", "抽选进行现场专题述法的单位", "家", RULE_OF_LAW, rows=onsite, column="body__key",
        mentions=(("现场", "述法"), ("抽选", "述法"), ("抽取", "述法")),
        note="当年度考评中由抽选产生且主要负责人已现场述法的单位；指定、主动申请和改为书面述法的不计",
    ),
    Holds(
        "F013", "市长对各地各部门法治建设情况逐一点评", "%", OFFICE, reading="各地各部门",
        mentions=(("逐一点评",), ("逐个点评",)),
        note="当年度考评的县（市、区）政府（管委会）和市政府部门，每家都有市长点评",
        whole=units.where(col("kind").is_in("area", "department")), part=linked(comments, "body_id"),
    ),
    Holds(
        "F013", "市长对现场述法单位逐一点评", "%", OFFICE, reading="现场述法单位",
        note="当年度现场专题述法的单位，每家都有市长点评",
        whole=rows(LeadingBody).ever().where(linked(onsite, "body_id")), part=linked(comments, "body_id"),
    ),
    Count(
        "LD03", "市政府常务会议召开次数", "次", OFFICE, rows=meetings,
        mentions=(("召开", "常务会议"),),
    ),
    Ratio(
        "LD04", "市长点评指出问题整改反馈率", "%", RULE_OF_LAW, digits=1, whole=comments, part=col("corrected_on").known(),
    ),
)  # fmt: skip
