"""F077-F085 and what the board shows of disputes."""

from fazhi.domains.mediation.models import CentreDuty, CentreLink, Dispute, DisputeCentre, MediationForce, TrainingClass
from fazhi.figures.api import Count, Covers, Holds, Ratio, Rows, col, linked, rows

OWNER = "市司法局"
LISTED = ("organisation", "mediator", "lawyer_studio", "non_litigation", "administrative", "petition")
AGREED = ("WRITTEN", "ORAL")
TRIED = (*AGREED, "FAILED", "WITHDRAWN")

centres = rows(DisputeCentre)
duties = rows(CentreDuty)
forces = rows(MediationForce)
links = rows(CentreLink)
linked_now = linked(links, "force")
disputes = rows(Dispute)
mediated = disputes.by_date("concluded_on").where(col("case__outcome").is_in(*TRIED))


def _linked_forces(kind: str) -> Rows:
    return forces.where(linked_now, kind=kind)


def _coverage(reading: str, whole: Rows) -> Holds:
    return Holds(
        "F078", "县镇村三级矛调中心（工作站）覆盖率", "%", OWNER, reading=reading,
        note="应建名录所列县、镇、村中，期末有在运行的中心（工作站）的占比；三级分别计算，均须达到100%",
        mentions=(("全覆盖", "调处"), ("全覆盖", "矛调"), ("覆盖率", "调处服务中心")),
        whole=whole,
        part=linked(centres, "place_id", column="place_id"),
    )  # fmt: skip


FIGURES = (
    Covers(
        "F077", "社会矛盾纠纷调处服务中心（工作站）层级", "级", OWNER,
        note="期末县级、镇级、村级均有在运行的中心（工作站）",
        mentions=(("三级", "调处服务中心"), ("三级", "矛调中心")),
        rows=centres, column="level", values=("county", "town", "village"),
    ),
    _coverage("", duties),
    _coverage("县级", duties.where(level="county")),
    _coverage("镇级", duties.where(level="town")),
    _coverage("村级", duties.where(level="village")),
    Count(
        "F079", "融入矛调中心的调解组织", "家", OWNER, mentions=(("调解组织",),),
        note="期末在册且有生效融入登记的调解组织；一家融入多个中心的计一家",
        rows=_linked_forces("organisation"),
    ),
    Count(
        "F080", "融入矛调中心的调解员", "名", OWNER, mentions=(("调解员",),),
        note="期末在册且有生效融入登记的调解员；不限于所列调解组织的调解员",
        rows=_linked_forces("mediator"),
    ),
    Count(
        "F081", "融入矛调中心的律师工作室", "家", OWNER, mentions=(("律师工作室",),),
        rows=_linked_forces("lawyer_studio"),
    ),
    Count(
        "F082", "融入矛调中心的非诉服务中心", "家", OWNER, mentions=(("非诉服务中心",), ("非诉讼服务中心",)),
        rows=_linked_forces("non_litigation"),
    ),
    Count(
        "F083", "融入矛调中心的行政争议调处中心", "家", OWNER,
        mentions=(("行政争议调处中心",), ("行政争议化解中心",)), rows=_linked_forces("administrative"),
    ),
    Holds(
        "F084", "各类调处力量融入“一站式”矛调中心", "%", OWNER, reading="全部在册",
        note="期末在册的六类调处力量（含基层信访部门），均有生效的融入登记",
        mentions=(("均已融入",), ("融入", "矛调中心")),
        whole=forces.where(col("kind").is_in(*LISTED)),
        part=linked_now,
    ),
    Holds(
        "F084", "各类调处力量融入“一站式”矛调中心", "%", OWNER, reading="所列力量",
        note="只看曾经登记融入的调处力量：期末在册的，融入登记仍然生效",
        whole=forces.where(linked(links.so_far(), "force")),
        part=linked_now,
    ),
    Count(
        "F085", "司法协理员“线上+线下”培训班", "期", OWNER, mentions=(("期", "培训班"), ("司法协理员", "培训")),
        note="期内已完成的线上线下相结合的培训班；计划中、已取消和单一形式的不计",
        rows=rows(TrainingClass).where(status="finished", mode="both"),
    ),
    Count("ME01", "受理矛盾纠纷", "件", OWNER, mentions=(("受理", "矛盾纠纷"),), rows=disputes),
    Ratio(
        "ME02", "矛盾纠纷调解成功率", "%", OWNER, digits=1, mentions=(("调解成功率",),),
        note="达成书面或者口头协议的，占当年调解终结的；一方拒绝、转其他途径的不计入",
        whole=mediated, part=col("case__outcome").is_in(*AGREED),
    ),
    Count(
        "ME03", "未融入矛调中心的调处力量", "家（名）", OWNER, note="期末在册而没有生效融入登记的",
        rows=forces.where(~linked_now),
    ),
)  # fmt: skip
