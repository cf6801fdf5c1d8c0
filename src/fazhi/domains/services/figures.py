"""F017-F020, and what the board shows of bundles and of services without application."""

from fazhi.domains.services.models import (
    BundleApplication,
    ProactiveGrant,
    ProactiveItem,
    ServiceBundle,
    ServiceCounter,
)
from fazhi.figures.api import Count, Distinct, Holds, NotComputed, Ratio, Sum, col, rows

OWNER = "市政务办"
DATA = "市数据局"
ENDED_EARLY = ("WITHDRAWN", "NOT_ACCEPTED", "NOT_NEEDED")

bundles = rows(ServiceBundle).where(status="operating", single_submission=True)
applications = rows(BundleApplication).where(case__procedure="one_thing")
taken_up = applications.where(~col("case__outcome").is_in(*ENDED_EARLY))
items = rows(ProactiveItem).where(published=True)

FIGURES = (
    NotComputed(
        "F017", "在全省率先设立“高效办成一件事”专窗（专区）", "位次", OWNER, name_only=False, mentions=(("率先", "专窗"), ("首家", "专窗")),
        reason="全省先后须与其他设区市比较，本市记录不能证明；本市能够出具的是专窗（专区）台账（SV01）中的启用日期，最早一条的启用日期即为本市设立日期",
    ),
    Count(
        "SV01", "“高效办成一件事”专窗（专区）", "个", OWNER, rows=rows(ServiceCounter), mentions=(("一件事", "专窗"),),
        note="年末在用的专窗、专区，启用日期见每条记录",
    ),
    Distinct(
        "F018", "实现一次提交的“一件事”", "类", OWNER, rows=bundles, column="category",
        mentions=(("一件事", "类"), ("一件事", "一次提交")),
        source="国务院关于进一步优化政务服务提升行政效能推动“高效办成一件事”的指导意见（国发〔2024〕3号）",
        note="年末已上线运行且实现一次提交的类别数，多地分别上线同一类的计1类；试运行、暂停和不能一次提交的不计",
    ),
    Holds(
        "F019", "“一件事”申请一次提交", "次", OWNER, said=1, mentions=(("一次提交",),),
        note="当年收到的“一件事”申请，提交次数均为1次；按一次告知补正材料不另计提交，撤回和不予受理的申请不在内",
        whole=taken_up, part=col("submissions") == 1,
    ),
    Count(
        "F020", "“无感智办”高频服务事项", "个", DATA, rows=items, mentions=(("无感智办",), ("无感", "事项")),
        note="年末清单内已发布的事项数；拟发布和已移出清单的不计",
    ),
    Count("SV02", "收到“一件事”申请", "件", OWNER, rows=applications, mentions=(("一件事", "申请"),)),
    Ratio(
        "SV03", "“一件事”网上提交率", "%", OWNER, digits=1, whole=taken_up, part=col("channel").is_in("portal", "app"),
    ),
    Count(
        "SV04", "逾期未告知视为受理的“一件事”申请", "件", OWNER, rows=applications.where(deemed_accepted=True),
        note="行政许可法第三十二条第一款第四项：逾期不告知的，自收到申请材料之日起即为受理",
    ),
    Sum("SV05", "“无感智办”服务人次", "人次", DATA, rows=rows(ProactiveGrant), column="served"),
)  # fmt: skip
