"""F091-F101 and what the board shows of the two numbers."""

from fazhi.domains.hotline.models import CallTransfer, HotlineOrder, PoliceOrder, ReportingCentre, ReportingRoom
from fazhi.domains.hotline.rules import ASSIGN_WITHIN
from fazhi.figures.api import LAST_DAY, Count, Holds, NotComputed, Ratio, Within, col, rows

HOTLINE, POLICE = "市12345热线", "市公安局"
HOUR = int(ASSIGN_WITHIN.total_seconds())
NOT_ASSIGNED = ("ANSWERED", "NOT_ACCEPTED", "TRANSFERRED", "WITHDRAWN")

transfers = rows(CallTransfer)
orders = rows(HotlineOrder)
to_assign = orders.where(~col("case__outcome").is_in(*NOT_ASSIGNED))
police_orders = rows(PoliceOrder)
centres, rooms = rows(ReportingCentre), rows(ReportingRoom)
built = (col("opened_on") <= LAST_DAY) & col("operating").is_in(True)
in_time = col("elapsed") <= HOUR
assigned_in_time = col("assigned_at") <= col("assign_due_at")
asked = orders.where(col("satisfaction").is_in("satisfied", "basically", "dissatisfied"))

ALL_ORDERS = (("工单", "警单"), ("接收交办",), ("1小时内", "工单"))
RATE = (("完成率",), ("建成率",))

FIGURES = (
    NotComputed(
        "F091", "直拨可视化110报警", "", POLICE, mentions=(("可视化110",),), reason="110是报警号码，为系统名称的一部分，不是数量",
    ),
    NotComputed(
        "F092", "“5G技术+民生项目”110接处警", "", POLICE, mentions=(("5G技术+民生项目",), ("110接处警",)),
        reason="5G是技术名称，110是报警号码，不是数量",
    ),
    NotComputed(
        "F093", "12345热线与110报警平台", "", HOTLINE, mentions=(("12345热线与110",), ("110报警平台",)),
        reason="12345和110是服务号码，不是数量",
    ),
    Holds(
        "F094", "一键转接", "次", HOTLINE, said=1, mentions=(("一键转接",),),
        note="期内联动转接均以一次操作发起", whole=transfers, part=col("operations") == 1,
    ),
    Holds(
        "F095", "三方通话", "方", HOTLINE, said=3, mentions=(("三方通话",),),
        note="期内以三方通话方式联动的，参与方均为诉求人、12345和110三方",
        whole=transfers.where(mode="three_way"), part=col("parties") == 3,
    ),
    Holds(
        "F096", "工单、警单1小时内接收交办", "%", HOTLINE, reading="联动转接", mentions=ALL_ORDERS,
        source="镇江市12345热线与110报警平台联动转接办法",
        note="12345与110之间转接的工单、警单，自接收至交办不超过3600秒；未交办的不算", whole=transfers, part=in_time,
    ),
    Holds(
        "F096", "工单、警单1小时内接收交办", "%", HOTLINE, reading="全部工单",
        note="期内登记的全部12345工单；即时答复、不予受理、转110和撤回的无须交办，不计入",
        whole=to_assign, part=assigned_in_time,
    ),
    Holds(
        "F096", "工单、警单1小时内接收交办", "%", POLICE, reading="全部警单",
        note="期内全部110警单，自接警至派警不超过3600秒", whole=police_orders, part=in_time,
    ),
    Holds(
        "F097", "工单、警单接收交办时限", "小时", HOTLINE, said=1, reading="联动转接", mentions=(("小时内", "交办"),),
        note="转接的工单、警单中，自接收至交办最长的一件不超过1小时；自接收时起算", whole=transfers, part=in_time,
    ),
    Holds(
        "F097", "工单、警单接收交办时限", "小时", HOTLINE, said=1, reading="全部工单",
        note="全部须交办的12345工单，自接收至交办最长的一件不超过1小时", whole=to_assign, part=assigned_in_time,
    ),
    Count(
        "F098", "建成县级公安机关接报案中心", "个", POLICE, mentions=(("接报案中心", "个"),),
        note="期末在列、已建成并实体化运行的", rows=centres.where(built),
    ),
    Ratio(
        "F099", "接报案中心建成完成率", "%", POLICE, digits=1, note="占期末在列应建的县级公安机关",
        mentions=tuple(("接报案中心", *words) for words in RATE), whole=centres, part=built,
    ),
    Count(
        "F100", "建成派出所接报案室", "个", POLICE, mentions=(("接报案室", "个"),),
        note="期末在列、已建成并实体化运行的", rows=rooms.where(built),
    ),
    Ratio(
        "F101", "派出所接报案室建成完成率", "%", POLICE, digits=1, note="占期末在列应建的派出所",
        mentions=tuple(("接报案室", *words) for words in RATE), whole=rooms, part=built,
    ),
    Within(
        "HT01", "联动转接1小时接收交办率", "%", HOTLINE, digits=2, note="并列最长用时（秒）",
        whole=transfers, part=in_time, worst="elapsed",
    ),
    Count("HT02", "受理12345工单", "件", HOTLINE, mentions=(("受理", "工单"),), rows=orders),
    Ratio(
        "HT03", "12345工单满意率", "%", HOTLINE, digits=2, mentions=(("满意率",),),
        note="满意和基本满意，占回访联系上的", whole=asked, part=col("satisfaction") != "dissatisfied",
    ),
)  # fmt: skip
