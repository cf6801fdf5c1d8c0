"""How a case of reconsideration may end under the law of 2023."""

from fazhi.law.statutes import RECONSIDERATION_LAW as ARL
from fazhi.procedure import Outcomes


class Outcome(Outcomes):
    NOT_ACCEPTED = "不予受理", ARL[30, 2]
    ABANDONED = "视为放弃申请", ARL[31, 2]
    DISMISSED = "驳回申请", ARL[33]
    VARY = "变更", ARL[63, 1]
    REVOKE = "撤销", ARL[64, 1]
    REVOKE_PART = "部分撤销", ARL[64, 1]
    UNLAWFUL_KEPT = "确认违法（不撤销）", ARL[65, 1]
    UNLAWFUL = "确认违法", ARL[65, 2]
    PERFORM = "责令履行", ARL[66]
    INVALID = "确认无效", ARL[67]
    MAINTAIN = "维持", ARL[68]
    REJECTED = "驳回行政复议请求", ARL[69]
    LIABLE = "承担行政协议责任", ARL[71, 1]
    COMPENSATE = "给予补偿", ARL[71, 2]
    MEDIATED = "调解结案", ARL[73, 1]
    SETTLED = "和解后撤回", ARL[74, 2]
    CORRECTED = "被申请人自行纠正后撤回", ARL[41, 1]
    WITHDRAWN = "撤回申请", ARL[41, 1]
    TERMINATED = "终止", ARL[41]


DECISIONS = (
    Outcome.VARY, Outcome.REVOKE, Outcome.REVOKE_PART, Outcome.UNLAWFUL_KEPT, Outcome.UNLAWFUL, Outcome.PERFORM,
    Outcome.INVALID, Outcome.MAINTAIN, Outcome.REJECTED, Outcome.LIABLE, Outcome.COMPENSATE,
)  # fmt: skip
