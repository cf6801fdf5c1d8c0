"""Claims that state a figure without a digit, and slogans built on a numeral: 全覆盖, 逐一, 首家, 双随机, 一业一查, 1+N.

Called by the reader. Every form is a pattern of the language (numeral and measure, 全 and verb, 双 and noun); none is
one city's phrase.
"""

import re
from decimal import Decimal

from .forms import Form
from .model import Kind, Qualifier

_N = "[二两三四五六七八九十]"
_HAN = "(?![零〇一二三四五六七八九十百千万亿])[\u4e00-\u9fa5]"
_DONE = "梳理|清理|排查|摸排|覆盖|推广|推行|推开|铺开|建成|完成|建立|配备|公开|公示|评估|审查|实施|启用|上线|取消|普及|开展|应用|落地"
_DEED = "提交|办结|办成|办好|办理|受理|申请|申报|告知|告清|补正|审批|审核|评审|登门|上门|通过|检查|查清|采集|填报|认证|转接|到位|性"
_THING = "投诉|差错|败诉|纠错|上访|事故|死亡|发生|案件|跑动|跑腿|信访|舆情|超期|逾期|复议|诉讼|增长|突破|违规|违法|材料|费用|收费|门槛|失误"


HALF = Decimal("0.5")


def _form(
    first: str,
    pattern: str,
    kind: Kind,
    qualifier: Qualifier = "all",
    value: int | Decimal | None = None,
    unit: str = "",
    reason: str = "",
) -> Form:
    return Form(first, re.compile(pattern), kind, qualifier, value, unit, reason)


_RANKS = [
    _form("首", r"首(?P<u>[批家个部次例件期条座支届名轮张笔宗份项本所])", "rank", "rank", 1),
    _form("首", r"首(?:创|位|推|发|开)(?!地)", "rank", "rank", 1),
    _form("率", r"率先", "rank", "rank", 1),
    _form("唯", r"唯一(?:一[个家项座名])?", "rank", "rank", 1),
    _form("第", r"第一(?P<u>[家个部批例件所条支座名位张])", "rank", "rank", 1),
    _form("第", r"第(?P<n>\d+|[一二三四五六七八九十百]+)(?P<u>[名位])", "rank", "rank"),
    _form(
        "第",
        r"(?<=[“列居位名省国市统区])第(?P<n>\d+|[一二三四五六七八九十]+)(?![届批次期轮版年代季阶条章\d])",
        "rank",
        "rank",
    ),
    _form(
        "前", r"前(?P<n>[一二三四五六七八九十百]{1,3}|\d{1,3})(?P<u>[名位强])?(?![个年月日项季期天])", "rank", "rank"
    ),
    _form("前", r"(?<=[居列入位])前(?:列|茅)|(?<=[省国市])前(?:列|茅)", "rank", "rank"),
]
_ALL = [
    _form("全", r"全(?:部|覆盖|面覆盖|数|员|量)(?!门|额|级)", "claim"),
    _form("全", r"全体(?!会议)(?=[\u4e00-\u9fa5])", "claim"),
    _form(
        "全",
        rf"全面(?:{_DONE})(?!小康|社会主义)|全[市省域县区国](?:推广|推行|推开|铺开|普及)|全程(?:网办|代办)(?!率|事项|比例|深度)",
        "claim",
    ),
    _form(
        "在向面",
        r"[在向](?:全[市省县区域国]|各地|各县|各区)(?:范围内?)?(?:推广|推行|推开|铺开|复制|普及|实施)",
        "claim",
    ),
    _form("所", r"所有(?![权者制])", "claim"),
    _form("凡", r"凡是?(?=[\u4e00-\u9fa5])(?!事|人)", "claim"),
    _form("均", r"(?<![平人户年月日件次案院所县市])均(?![衡等匀价值线分])", "claim"),
    _form("都", r"(?<![首成京古])都(?=已|能|有|实现|完成|达到|纳入|配|建|设)", "claim"),
    _form("一", r"一律(?!平等)", "claim"),
    _form("逐", r"逐(?:一|(?P<u>[项个条案件村户家企人单份批处]))", "claim"),
    _form("应", r"应(?P<same>[\u4e00-\u9fa5]{1,3}?)尽(?P=same)", "claim"),
    _form("有", r"有[\u4e00-\u9fa5]必[\u4e00-\u9fa5]", "claim"),
    _form("无", r"无(?:死角|遗漏|盲区|缝覆盖|差别覆盖)", "claim"),
    _form("不", r"不(?:漏|落|少)一(?P<u>[户人项个件村家企])", "claim"),
    _form("一", r"一(?P<u>[户人项个件村家])(?:不|都不能)(?:漏|落|少)", "claim"),
    _form("人", r"人手(?P<n>一)(?P<u>[册本份卡套台张机部])", "claim"),
]
_NONE = [
    _form("零", rf"零(?:{_THING})|(?<=[“])零(?=”)", "claim", "exact", 0),
    _form("无", r"无一(?P<u>[例起件宗次家人项])?", "claim", "exact", 0),
    _form("未没", r"(?:未|没有)(?:发生|出现)(?:过)?(?:一(?P<u>[例起件宗次]))?", "claim", "exact", 0),
]
_ONE = [
    _form("一", rf"一(?P<per>{_HAN})一(?P<u>{_HAN})(?!意|动|夕|十|世)", "claim", "all", 1),
    _form("一", rf"一(?P<per>{_HAN})(?P<n>[双两])(?P<u>{_HAN})", "claim", "all"),
    _form(
        "一",
        r"(?P<n>一)(?P<u>次)性(?=告知|补正|告清|办结|提交|办好|办成|办理|受理|审批)",
        "claim",
        "within",
        1,
    ),
    _form("一", r"一次性", "name", "exact", None, "", "修饰语，不是次数"),
    _form(
        "一",
        rf"(?<![第进又再另新])(?P<n>一)(?P<u>[次键窗网门证码表日图屏端号卡])(?={_DEED}|[\u4e00-\u9fa5]{{2}}[,，、”])(?!性)",
        "claim",
        "all",
        1,
    ),
    _form("一", r"(?<=[跑查办检取来报批评审])(?P<n>一)(?P<u>[次趟])", "claim", "all", 1),
]
_MANY = [
    _form("双", r"(?<=[“、])(?P<n>双)[\u4e00-\u9fa5]{1,4}(?=[”、·])", "claim", "exact"),
    _form("双", r"(?P<n>双)(?=随机|公示|公开|告知|反馈|报告|挂钩|承诺|评估|审核|签字|备案|领)[\u4e00-\u9fa5]{1,2}", "claim", "exact"),
    _form("一", r"(?<=、)(?P<n>一)公开", "claim", "exact"),
    _form("A", r"A、?B(?P<u>类|级)", "claim", "exact", 2),
    _form("A", r"A、?B、?C(?P<u>类|级)", "claim", "exact", 3),
    _form("A", r"A、?B、?C、?D(?P<u>类|级)", "claim", "exact", 4),
    _form("国省市区县乡镇街道村社一二两三四五",
          rf"(?:国家|街道|社区|[国省市区县乡镇街村社](?!级))?(?:、?(?:街道|社区|[省市区县乡镇街村社组]))*"
          rf"(?P<n>{_N})(?P<u>级)(?![甲乙丙以响医等])", "level", "exact"),
    _form("三", r"(?P<n>三)(?P<u>方)(?=通话|联动|协议|会商|共)", "claim", "exact"),
    _form("过", r"过半数?(?=[\u4e00-\u9fa5,，。])", "rate", "at_least", 50, "%"),
    _form("半", r"半数(?:以上)?", "rate", "at_least", 50, "%"),
    _form("一", r"一半(?:以上)?", "rate", "approx", 50, "%"),
    _form("近", r"近一半", "rate", "approx", 50, "%"),
    _form("不", r"(?:不足|不到)半(?:个)?(?P<u>年|月|小时|天|日)", "number", "within", HALF),
    _form("半", r"半(?:个)?(?P<u>年|月|小时|天|日)", "number", "exact", HALF),
    _form("翻", r"翻(?:了)?一?番", "rate", "change", 2, "倍"),
    _form("翻", r"翻(?:了)?两番", "rate", "change", 4, "倍"),
    _form("数", r"(?<=[近达有展收理办供])?数[十百千万](?:余|多)?(?:万)?(?P<u>人次|场次|件次|户次|[家件名人次条份个项场户元])",
          "claim", "approx"),
    _form("几", r"几[十百千](?:余|多)?(?P<u>[家件名人次条份个项场户])", "claim", "approx"),
    _form("7", r"7[x×*X]24小时", "claim", "all", 24, "小时"),
]  # fmt: skip

FORMS = [*_RANKS, *_ALL, *_NONE, *_ONE, *_MANY]
