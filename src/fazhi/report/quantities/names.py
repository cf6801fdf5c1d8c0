"""Words that carry a numeral and are no figure, each with its reason. Called by the reader before the grammar of counts.

National formulae, product names, place names and idioms; one city's own phrases have no place here.
"""

import re

from .forms import Form
from .model import Kind
from .numerals import CHINESE

CN = f"[{CHINESE}]"
FORMULA = "政治或政策提法中的数字,不作统计"
IDIOM = "习惯用语,数字不表示数量"
PLACE = "地名中的数字"
PRODUCT = "产品、号码或技术名称中的数字"
PLAN = "规划名称中的数字"
MEETING = "会议名称中的数字"
CAMPAIGN = "行动或方案名称中的数字"
LAW = "法律用语中的数字"
VAGUE = "概数,没有数值"
MODIFIER = "修饰语,不是全数断言"


def _names(reason: str, words: str, kind: Kind = "name") -> list[Form]:
    """One form for each group of words that share their first character."""
    groups: dict[str, list[str]] = {}
    for word in words.split():
        groups.setdefault(word[0], []).append(re.escape(word))
    return [
        Form(first, re.compile("|".join(sorted(rows, key=len, reverse=True))), kind, reason=reason)
        for first, rows in groups.items()
    ]


def _named(first: str, pattern: str, reason: str, unit: str = "", kind: Kind = "name") -> Form:
    return Form(first, re.compile(pattern), kind, unit=unit, reason=reason)


_FORMULAE = """
四个走在前 四个新 四个全面 四个意识 四个自信 两个维护 两个确立 两个毫不动摇 两个大局 两个结合 两个一百年 两个先行 两个没有
五位一体 三新一高 三严三实 两学一做 八项规定 六稳 六保 三会一课 四史 三重一大 四大考验 四种危险 四风 十一个坚持 十个明确 七个有之
五个必由之路 六个必须坚持 六个如何始终 三个务必 三个代表 三个规定 三个区分开来 四下基层 四个服务 两山 双碳 双循环 双减 双创 双拥
三去一降一补 三大攻坚战 三农 一带一路 一国两制 千万工程 百千万工程 万里长征 百年未有 百年奋斗 一体两翼 一体推进 一体建设 一心两翼
"""
_IDIOMS = """
一体化 一体 一站式 一揽子 一门式 一网通办 一网统管 一网协同 一盘棋 一条龙 一张网 一把手 一把尺子 一对一 一如既往 一线 一些 一般 一定
一直 一致 一旦 一律平等 一道 一流 一方面 一切 一贯 一时 一同 一番 一手 一点 一度 一带 一向 一味 一面 一再 一经 一并 一起 一边 一举
一下 一事一议 一心 一视同仁 一以贯之 一锤定音 一刀切 一言堂 一票否决 一抓到底 一以 一来 一步一个脚印 一本正经 一脉相承 一年来
一年一度 一岗双责 一审 一审判决 一人公司 一日游 一环 一刻不停 一代 一竿子 一针见血 一目了然 一往无前 一马当先 一呼百应 一应俱全
一件事 一类事 一法 一季度 二手 二维码 二审 二次供水 二次 二线 二胎 二级巡视员 一级巡视员 三级高级法官 三令五申 三番五次 三包 三轮车 三维 三乱 三公经费 三公
三资 三产 三定 三方机构 三审三校 三审 三心二意 四套班子 四通八达 四面八方 四平八稳 四邻 四季 四梁八柱 五湖四海 五花八门 五保户
五险一金 五官 五金 五星级 五谷 六合 七上八下 八方 九年义务教育 九牛 十足 十全十美 百姓 百货 百花齐放 百年 百科 百强县
百强 百色 百般 千方百计 千家万户 千秋 千钧 千山万水 千篇一律 万家 万物 万众 万无一失 万一 万千 万事 万里 万象 万元户 亿万
两会 两院 两高 两法衔接 两法 两岸 两新 两手抓 两手 两用 两侧 两旁 两性 两难 两便 两癌 两端 双方 双向 双重 双边 双语 双休 双赢 双手
双眼 双一流 双侧 双翼 双轮 双轨 双百 双职工 双倍 首违不罚 首席 首要 首先 首都 首府 首长 首脑 首页 首问 首日 首尾 首接 首当其冲
有备无患 半挂 半径 半导体 半成品 半岛 半夜 全体会议 全面依法治国 全面从严治党 全面深化改革 全国人大 全文 全称 均衡 均等 均匀 均价 均线
所有权 所有者 所有制 所有人 每况愈下 零售 零工 零星 零碎 零散 零部件 零食 零距离 零容忍 零担 零下 率先垂范 率先示范区
全职 全心全意 全力以赴 应有尽有 逐步 逐渐 逐级 逐年 逐月 逐日 逐层 四新技术 八小时外 八小时以外 五经普 四经普 七人普 三农普
"""
_PLACES = """
三亚 三明 三门峡 三门县 三沙 三河市 三台县 三原县 三水区 三穗 三江 三峡 三都县 四川 四平 四会 五指山 五台山 五台县 五家渠 五大连池 五河县 五华
五常 五莲 五峰 五寨 六安 六盘水 六枝 七台河 七里河 七星 八达岭 八步 八宿 八闽 九江 九龙坡 九龙 九寨沟 九台区 九原 十堰 十里河 百色
千阳 千岛湖 万宁 万州 万载 万年县 万荣 万山 万柏林 双鸭山 双流 双柏 双城 双滦 双桥 两江新区 两当 一汽 一拖 二连浩特 二七区 二道区
三角洲 三角 百度 万达 万科 三星 八一 七一 五一 五四 六一 十一黄金周 三八 三一五 双十一 六一儿童节 万泉 亳州
"""
_FIRSTS = """
第一责任人 第一书记 第一时间 第一线 第一产业 第二产业 第三产业 第一要务 第一要素 第一动力 第一资源 第一标准 第一道防线 第一关
第一步 第二步 第三步 第一人称 第三方 第三者 第三人 第二课堂 第二曲线 第一粒扣子 第一现场 第一把手 第一个百年 第二个百年 第一身份
"""

FORMS: list[Form] = [
    _named("二三四五六七八九十一", rf"(?P<n>{CN}{{1,3}})(?P<u>届)(?:(?:{CN}{{1,2}}中[、,和])*{CN}{{1,2}}(?:中全会|中|次全体会议|次全会)"
           r"|(?=全国人大|人大|政协|市委|省委|政府|常委))", MEETING),
    _named("一二三四五六七八", r"[一二三四五六七八]中(?:[、,][一二三四五六七八]中)*全会", MEETING),
    _named("一二三四五六七八", r"[一二三四五六七八](?=、[一二三四五六七八]中全会)", MEETING),
    _named("十二", r"(?:十[六七八九]|二十|二十一)大(?=[精报以和召闭开部战、,，的提作确强明二])", MEETING),
    _named("十", r"十[一二三四五六七八九]五(?![个项家件年名])", PLAN),
    _named("一二三四五六七八九", r"(?<=[“\"])[一二三四五六七八九]五(?=[”\"])|[一二三四五六七八九]五(?=普法|规划)", PLAN),
    _named("百千万", r"(?P<n>[百千万])(?P<u>[\u4e00-\u9fa5]{1,2})[百千万][\u4e00-\u9fa5]{1,3}(?:[百千万][\u4e00-\u9fa5]{1,2})?"
           r"(?=[”’·\"]|行动|活动|工程|计划)", CAMPAIGN),
    _named("二三四五六七八九十两0123456789", rf"(?P<n>(?:{CN}{{1,2}}|\d{{1,2}}))(?P<u>年)"
           r"(?:专项)?(?:行动|规划|计划|攻坚|纲要|方案|立法规划)", CAMPAIGN),
    _named("一", r"一(?:项项|个个|件件|步步|条条|桩桩|点点|天天|年年|心一意|五一十|言一行|举一动|朝一夕|模一样)", IDIOM),
    _named("一", r"一(?:批|系列|大批|定数量|部分)", VAGUE),
    _named("若", r"若干(?!意见|规定|问题的|措施|政策|办法)", VAGUE),
    _named("若", r"若干", "文件名称用语,不表示数量"),
    _named("全", r"全(?:过程|流程|方位|链条|周期|生命周期|领域|天候|程(?![\u4e00-\u9fa5]?代办|网办))", MODIFIER),
    _named("第", "|".join(_FIRSTS.split()), IDIOM),
    *_names(FORMULA, _FORMULAE),
    *_names(PLACE, _PLACES),
    *_names(LAW, "一审 二审 三审 一审终审 两审终审 三段论"),
    *_names(IDIOM, _IDIOMS),
]  # fmt: skip

# Function words that say nothing at all are passed over without a mark; a reader would only be disturbed by them.
SILENT = re.compile(
    r"一(?:些|般|定|直|致|旦|方面|切|贯|时|同|番|度|向|味|再|经|并|起|边|举|下|来|以|年来|如既往|对一)"
    r"|(?<=[统唯同万专任某另之归])一|(?<=进)一(?=步)|(?<=[多二三四五]合)一|(?<=始终如)一|(?<=[^清账名]单)一|(?<=不)一"
    r"|十分(?![之钟])|首[先要席]|百姓|万一|逐步|逐渐|双方|双向"
)
