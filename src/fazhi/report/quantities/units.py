"""Measure words and units of official texts, and the one name each is kept under. Called by the grammar."""

import re
from dataclasses import dataclass

_MEASURES = """
个 家 名 人 位 件 项 条 份 期 次 场 类 批 所 部 本 册 篇 张 套 台 辆 座 处 支 只 种 方 起 宗 例 笔 户 栋
幢 间 节 门 幅 块 组 对 队 班 届 轮 段 页 字 句 集 卷 枚 艘 架 株 口 层 员 步 色 把 道 盏 面 副 具 箱 盒
袋 桶 趟 亩 吨 米 克 升 秒 天 日 年 周 人次 场次 户次 家次 件次 批次 车次 架次 课时 学时 工作日 小时
分钟 季度 周年 岁 月 平方公里 平方米 立方米 公里 公顷 千克 元 美元 欧元 港元 日元 英镑 百分点 倍 成 分
点 级 键 窗 网 端 码 证 表 图 屏 线 岗 档 策 品 册 卡 站 室 车 号 时 瓶 款 榜 星
"""
_NORMAL = {
    "个工作日": "工作日", "个小时": "小时", "个月": "月", "个百分点": "百分点", "个季度": "季度", "个学时": "学时",
    "个课时": "课时", "场(次)": "场次", "人(次)": "人次", "件(次)": "件次", "户(次)": "户次", "家(次)": "家次",
    "平方千米": "平方公里", "千米": "公里", "公斤": "千克", "元人民币": "元", "块钱": "元", "钟头": "小时",
    "家(户)": "家", "件(项)": "件", "项(件)": "项", "个(家)": "个", "天时间": "天", "%": "%", "‰": "‰",
    "个点": "百分点", "大类": "类", "个半月": "月",
}  # fmt: skip
# Nouns that take a number without a measure word (三部门, 五市八县, 9大领域): counted as 个, the noun stays the subject.
_NOUNS = """
部门 部委 单位 方面 领域 行业 街道 社区 乡镇 镇街 行政村 村居 地市 县区 区县 县市 高校 学校 中心 平台
机制 清单 环节 阶段 步骤 板块 维度 指标 场景 模块 系统 窗口 专班 专项 片区 举措 措施 任务 问题 制度 体系
规划 方案 纲要 办法 试点 公开 责任 挂钩 市 县 区 省 镇 乡 村 校 院 园 国 城 地 大 企 所院
"""
_NOT_AFTER = {
    "人": "大民才工社口均格文生", "方": "案法面向式", "部": "分署队位门委", "条": "例款件", "分": "别类级局管析工公院会支期钟之布",
    "期": "间限待", "项": "目", "次": "数性", "所": "有以属得", "面": "向对临积", "对": "接象口照外应比", "地": "方区址",
    "区": "域别分", "市": "场民", "国": "家际内有", "院": "长", "成": "立为员果功效本都年长熟交绩", "步": "入伐",
    "起": "草诉来到", "号": "召", "时": "间代候期", "点": "评击亮", "名": "单称录", "大": "力量会学型幅小气楼厅厦数病赛",
    "村": "民", "城": "乡市镇区", "园": "区", "张": "贴", "集": "中成合团体", "线": "上下索", "证": "据明", "表": "彰示明扬",
    "字": "样", "层": "面次", "把": "握手", "处": "理置罚", "台": "账", "网": "络上", "级": "别", "类": "型别",
    "组": "织", "队": "伍", "员": "工", "班": "子", "节": "约", "门": "户", "站": "式", "年": "龄", "周": "边", "米": "兰",
}  # fmt: skip

TIMES = frozenset({"工作日", "小时", "分钟", "秒", "天", "日", "年", "周", "月", "季度", "公里", "米", "%"})
MONEY = frozenset({"元", "美元", "欧元", "港元", "日元", "英镑"})
RATES = frozenset({"%", "‰", "百分点", "倍", "成"})


def _surfaces() -> dict[str, tuple[str, bool]]:
    table = {word: (word, False) for word in _MEASURES.split()}
    table |= {surface: (unit, False) for surface, unit in _NORMAL.items()}
    return table | dict.fromkeys(_NOUNS.split(), ("个", True))


_SURFACES = _surfaces()
_UNIT = re.compile(
    " ?(?P<u>"
    + "|".join(
        re.escape(s) + (f"(?![{_NOT_AFTER[s]}])" if _NOT_AFTER.get(s) else "")
        for s in sorted(_SURFACES, key=len, reverse=True)
    )
    + ")"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at a place: its kept name, where it ends, and whether the word is itself the noun counted."""

    name: str
    end: int
    noun: bool


def unit_at(flat: str, at: int) -> Unit | None:
    """The unit that stands at `at` in flattened text, the longest that fits; None where there is none."""
    found = _UNIT.match(flat, at)
    if not found:
        return None
    name, noun = _SURFACES[found["u"]]
    return Unit(name, found.end(), noun)
