"""What the steps of reconsideration ask, where several ask the same or the choices are an article's own items."""

from fazhi.procedure import Ask

#: whether the copy and the answer stand still with the trial, no article says; the survey of periods leaves it blank
UNSETTLED = (
    "条文只规定中止审理和恢复审理，没有写明中止期间是否计入本期限；系统暂按不计入推算，请以本机关的执行口径为准。"
)

REASON = Ask("理由", "long")
MISSING = Ask("需要补正的全部内容", "long", note="一次列明，不得再次通知补正")
PERFORM_BY = Ask("履行期限届满日", "day", required=False)
EXTEND_DAYS = Ask("延长天数", "whole", note="不超过三十日")

#: 第三十条第一款
GROUND = Ask(
    "不符合的受理条件", "choice",
    choices=(
        ("parties", "没有明确的申请人和符合规定的被申请人"),
        ("interest", "申请人与行政行为没有利害关系"),
        ("request", "没有具体的行政复议请求和理由"),
        ("time", "超过法定申请期限"),
        ("scope", "不属于行政复议范围"),
        ("jurisdiction", "不属于本机关管辖"),
        ("repeated", "就同一行政行为已经受理过行政复议或者行政诉讼"),
    ),
)  # fmt: skip
COMPETENT_ORGAN = Ask(
    "有管辖权的行政复议机关", required=False, note="不属于本机关管辖的必须填写，并在决定书中告知申请人"
)

#: 第四十二条
STAY_GROUND = Ask(
    "停止执行的情形", "choice", required=False,
    choices=(
        ("respondent", "被申请人认为需要停止执行"),
        ("organ", "行政复议机关认为需要停止执行"),
        ("asked", "申请人、第三人申请停止执行，要求合理"),
        ("law", "法律、法规、规章规定停止执行"),
    ),
)  # fmt: skip

#: 第四十一条第二项至第四项
END_GROUND = Ask(
    "终止的情形", "choice", required=False,
    choices=(
        ("death", "申请人死亡，没有近亲属或者近亲属放弃行政复议权利"),
        ("dissolved", "申请组织终止，没有权利义务承受人或者承受人放弃行政复议权利"),
        ("criminal", "对行政拘留或者限制人身自由的行政强制措施申请后，因同一违法行为被采取刑事强制措施"),
    ),
)  # fmt: skip

#: 第五十一条第三款
HEARING = {
    "head_attended": Ask("被申请人的负责人参加听证", "flag", required=False),
    "head_absent_because": Ask("负责人不能参加的理由和委托的工作人员", required=False),
}
