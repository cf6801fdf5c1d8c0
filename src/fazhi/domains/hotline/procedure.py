"""One 12345 order, from the seat that takes the call to the call-back, as 国办发〔2020〕53号 and Jiangsu's periods have it."""

from fazhi.domains.hotline import rules
from fazhi.law import clock
from fazhi.law.statutes import HOTLINE_OPINION as HLO
from fazhi.law.statutes import HOTLINE_POLICE_OPINION as LINK
from fazhi.law.statutes import JIANGSU_HOTLINE_LIMITS as JS
from fazhi.law.statutes import LULIANG_HOTLINE_PRACTICE as LL
from fazhi.law.statutes import WEIFANG_HOTLINE_REGULATION as WF
from fazhi.procedure import FACT, STAY, Ask, Limit, Office, Outcomes, Party, Procedure, State

ON = "$on"
REASON = Ask("理由", "long")
ASSIGN = {"assigned_at": FACT, "unit": FACT}


class HotlineOrderHandling(Procedure, code="hotline_order", title="12345工单办理", since="2024-01-01"):
    """A caller's demand becomes an order, goes to the unit that must handle it, and comes back with an answer."""

    caller = Party("诉求人")
    seat, unit, supervisor = Office("热线话务员"), Office("承办单位"), Office("热线管理机构")

    registered = State("已登记待派发", desk=seat, start=True)
    dispatched = State("已派发待签收", desk=unit)
    in_hand = State("承办中", desk=unit)
    replied = State("已答复待回访", desk=seat)
    closed = State("已办结", final=True)

    class Outcome(Outcomes):
        RESOLVED = "诉求解决", HLO.whole
        EXPLAINED = "解释说明", HLO.whole
        ANSWERED = "即时答复", HLO.whole
        NOT_ACCEPTED = "不予受理", WF[19]
        TRANSFERRED = "转110处置", LINK.whole
        WITHDRAWN = "撤回诉求", HLO.whole

    consult_reply = Limit(clock("HL-CONSULT-JS"))
    reply = Limit(clock("HL-GENERAL-JS"))
    returning = Limit(clock("HL-RETURN"))
    response = Limit(clock("HL-URGENT"))
    extension = Limit(clock("HL-EXT"), given="until")

    # 接听与派发
    answer_at_once = seat.may("即时答复", registered >> closed, HLO.whole, outcome=Outcome.ANSWERED)
    decline = seat.may(
        "不予受理并告知渠道", registered >> closed, WF[19], outcome=Outcome.NOT_ACCEPTED, asks={"reason": REASON}
    )
    transfer = seat.may(
        "一键转接110", registered >> closed, LINK.whole, outcome=Outcome.TRANSFERRED, asks={"police_number": FACT}
    )
    dispatch = seat.must("派发", registered >> dispatched, HLO.whole, when=rules.ordinary, starts=(reply,), asks=ASSIGN)
    dispatch_consult = seat.must(
        "派发（咨询）",
        registered >> dispatched,
        HLO.whole,
        when=rules.consultation,
        starts=(consult_reply,),
        asks=ASSIGN,
    )
    dispatch_urgent = seat.must(
        "派发（紧急）", registered >> dispatched, HLO.whole, when=rules.urgent, starts=(reply, response), asks=ASSIGN
    )
    designate = supervisor.may(
        "指定承办", registered >> in_hand, WF[22], when=rules.was_returned, starts=(reply,), asks={"unit": FACT}
    )

    # 签收与退单
    sign = unit.must("签收", dispatched >> in_hand, HLO.whole, within=returning)
    send_back = unit.may(
        "退单", dispatched >> registered, LL.whole, within=returning, asks={"reason": REASON}, marks={"returned": True}
    )
    deem_first_handler = returning.lapsing("逾期未退单，视为首办责任单位", dispatched >> in_hand, LL.whole)

    # 办理
    respond = unit.must(
        "首次响应", (dispatched | in_hand) >> STAY, LL.whole, within=response, when=rules.urgent, once=True
    )
    extend = supervisor.may(
        "批准延期", in_hand >> STAY, LL.whole, once=True, starts=(extension,), ends=(reply, consult_reply),
        asks={"until": Ask("延期至", "day"), "reason": REASON},
    )  # fmt: skip
    supervise = supervisor.may(
        "督办", (dispatched | in_hand | replied) >> STAY, WF[26], asks={"reason": REASON}, marks={"supervised": True}
    )
    answer = unit.must(
        "答复", in_hand >> replied, JS.whole, within=(reply, consult_reply, extension),
        asks={"answer": Ask("答复内容", "long", personal=True)}, marks={"answered_on": ON},
    )  # fmt: skip
    withdraw = caller.may(
        "撤回诉求", (registered | dispatched | in_hand) >> closed, HLO.whole, outcome=Outcome.WITHDRAWN
    )

    # 回访
    rework = seat.may(
        "发回重办",
        replied >> in_hand,
        HLO.whole,
        starts=(reply,),
        asks={"satisfaction": FACT},
        marks={"reworked": True},
    )
    call_back = seat.may(
        "回访办结", replied >> closed, HLO.whole, outcome=(Outcome.RESOLVED, Outcome.EXPLAINED),
        asks={"satisfaction": FACT},
    )  # fmt: skip
