"""What a post's role lets its holder see and do. Offices in a procedure are given by mandate, not by role."""

from dataclasses import dataclass
from enum import Enum


class Sees(Enum):
    EVERYTHING = "全市"
    TERRITORY = "本单位所在区域"
    BRANCH = "本单位及下属单位"
    OWN = "本人"
    NOTHING = "不查看业务记录"


class Ability(Enum):
    OPEN_CASE = "登记事项"
    ASSIGN_CASE = "分派事项"
    IMPORT_LEDGER = "导入台账"
    REVERSE_BATCH = "撤回批次"
    EDIT_REGISTER = "维护清单"
    KEEP_CALENDAR = "登记放假通知"
    CONFIRM_FIGURE = "确认数据"
    DRAFT_REPORT = "起草报告"
    PUBLISH_REPORT = "发布报告"
    VERIFY_JOURNAL = "核验日志"
    SEE_BOARD = "查看总览"
    SEE_JOBS = "查看全部后台任务"
    ADMINISTER = "维护人员和授权"


@dataclass(frozen=True)
class Role:
    """`sees` says which rows; `administers`, whose accounts, posts and mandates, and which bodies and places."""

    code: str
    label: str
    sees: Sees
    abilities: frozenset[Ability]
    administers: Sees = Sees.NOTHING


def _role(code: str, label: str, sees: Sees, *abilities: Ability, administers: Sees = Sees.NOTHING) -> Role:
    return Role(code, label, sees, frozenset(abilities), administers)


A = Ability
ROLES = {
    role.code: role
    for role in (
        _role("clerk", "法治办经办人", Sees.TERRITORY, A.OPEN_CASE, A.ASSIGN_CASE, A.IMPORT_LEDGER, A.REVERSE_BATCH, A.EDIT_REGISTER,
              A.KEEP_CALENDAR, A.CONFIRM_FIGURE, A.DRAFT_REPORT, A.SEE_BOARD),
        _role("officer", "案件承办人", Sees.BRANCH, A.OPEN_CASE, A.IMPORT_LEDGER),
        _role("department", "部门联络员", Sees.BRANCH, A.OPEN_CASE, A.IMPORT_LEDGER, A.EDIT_REGISTER, A.CONFIRM_FIGURE),
        _role("head", "单位负责人", Sees.TERRITORY, A.ASSIGN_CASE, A.CONFIRM_FIGURE, A.DRAFT_REPORT, A.PUBLISH_REPORT, A.SEE_BOARD),
        _role("mayor", "政府领导", Sees.EVERYTHING, A.PUBLISH_REPORT, A.SEE_BOARD),
        _role("auditor", "审计监督人员", Sees.EVERYTHING, A.VERIFY_JOURNAL, A.SEE_BOARD, A.SEE_JOBS),
        # who gives powers to others sees no matter by virtue of that
        _role("admin", "系统管理员", Sees.NOTHING, A.ADMINISTER, administers=Sees.TERRITORY),
        _role("deputy", "单位管理员", Sees.NOTHING, A.ADMINISTER, administers=Sees.BRANCH),
        _role("citizen", "社会公众", Sees.OWN),
    )
}  # fmt: skip
