"""F030-F032, F034, F035 and F045-F049."""

from fazhi.domains.enterprise.models import (
    EnterprisePolicy,
    IntermediaryItem,
    LegalCheckup,
    MajorProcurement,
    PolicyApplicationItem,
    PolicyInterpretation,
    PolicyMeasure,
    ProcurementItem,
)
from fazhi.figures.api import Count, Distinct, Holds, NotComputed, Sum, col, linked, rows

SERVICES, JUSTICE, PROCURATORATE = "市政务办", "市司法局", "市检察院"

leads = rows(ProcurementItem).ever().where(~col("status").is_in("failed", "cancelled"), role="lead")
packages = rows(MajorProcurement).where(col("status").is_in("announced", "contracted"), scheme="one_plus_n")
policies = rows(EnterprisePolicy).where(status="published")
checkups = rows(LegalCheckup).where(col("enterprise_kind").is_in("self_employed", "micro", "small"), status="done")

FIGURES = (
    Holds(
        "F030", "涉审中介服务事项实行AB类管理", "类", SERVICES, said=2,
        mentions=(("中介事项", "类管理"), ("中介", "AB类"), ("中介", "A类", "B类")),
        note="期末在册的涉审中介服务事项均已归入A类或者B类之一",
        whole=rows(IntermediaryItem),
        part=col("item_class").is_in("A", "B"),
    ),
    Holds(
        "F031", "重大项目中介“1+N”采购每项有一家牵头中介", "个", SERVICES, said=1,
        mentions=(("中介", "1+N"), ("采购", "1+N")),
        note="当年启动并已公告或者签约的“1+N”采购，均有且只有一个有效的牵头分项；流标、取消的分项不计",
        whole=packages,
        part=linked(leads, "procurement", least=1, most=1),
    ),
    NotComputed(
        "F032", "百所千人助万企", "所", JUSTICE, mentions=(("百所千人",),),
        reason="“百所千人助万企”是活动名称，其中的百、千、万不是统计数",
    ),
    Count(
        "F034", "检察机关出台服务保障科技创新措施", "项", PROCURATORATE,
        mentions=(("科技创新", "措施", "出台"), ("科技创新", "检察", "措施"), ("服务保障科技创新",)),
        note="检察机关当年出台的文件中列明的措施，按条目计；政府部门出台的、起草中的不计",
        rows=rows(PolicyMeasure).begun().where(
            org__kind="procuratorate", org__place__level="city", field="innovation", status="issued"
        ),
    ),
    NotComputed(
        "F035", "“365全周期”检察护企工作法", "", PROCURATORATE, mentions=(("365全周期",), ("365", "护企")),
        reason="“365全周期”是工作法名称，其中的365不是统计数",
    ),
    Count(
        "F045", "累计发布惠企政策", "条", SERVICES, reading="累计",
        mentions=(("惠企政策", "累计"), ("惠企政策", "发布")),
        note="平台上线以来至期末发布的政策，其后失效的仍计入；待发布和误发撤下的不计",
        rows=policies.so_far(),
    ),
    Count(
        "F045", "当年发布惠企政策", "条", SERVICES, reading="当年",
        mentions=(("惠企政策", "当年"), ("惠企政策", "新增")),
        note="当年发布的政策；待发布和误发撤下的不计",
        rows=policies.begun(),
    ),
    Count(
        "F046", "累计发布政策解读", "条", SERVICES, mentions=(("政策解读",),),
        note="平台上线以来至期末发布的惠企政策解读",
        rows=rows(PolicyInterpretation).so_far().where(status="published"),
    ),
    Count(
        "F047", "累计发布申报事项", "个", SERVICES, mentions=(("申报事项",),),
        note="平台上线以来至期末发布的惠企政策申报事项，申报已截止的仍计入",
        rows=rows(PolicyApplicationItem).so_far().where(status="published"),
    ),
    Distinct(
        "F048", "接受“法治体检”的小微企业和工商户", "家", JUSTICE, mentions=(("法治体检",),),
        note="当年完成体检的小型、微型企业和个体工商户，按统一社会信用代码去重；大中型企业不计",
        rows=checkups,
        column="uscc",
    ),
    Sum(
        "F049", "“法治体检”帮助避免和挽回损失", "元", JUSTICE,
        mentions=(("避免", "挽回", "损失"), ("法治体检", "损失")),
        note="当年完成的小微企业和工商户体检中避免的损失与挽回的损失之和；同一企业多次体检的逐次计入",
        rows=checkups,
        column="loss_total",
        scale=100,
    ),
)  # fmt: skip
