"""What a quantity is a quantity of: the noun phrase after its unit, or before its number. Called by the reader.

Words are cut by position and by a list of the verbs of official prose; no dictionary is used.
"""

import re

_VERBS = (
    "开展|进行|提供|完成|实现|纳入|入选|融入|接收|提交|参加|推进|办理|建成|予以|得到|办结|审结|出具|发出"
    "|抄告|收到|受理|印发|出台|制定|提出|建立|新增|梳理|清理|配有|配备|举办|组织|召开|发放|发布|审查|审核"
    "|审议通过|征集|采纳|查处|培训|化解|调解|支持|指导|累计|聚焦|涉及|服务保障|对接服务|对接|参与|成立"
    "|设立|打造|创建|获评|获得|整合|精简|压茬推进|启用|上线|推出|抽选|核对、排摸|核对|排查|帮助|涵盖|接受"
    "|报送|备案|承办|处理|处置|解决|整改|部署|作出|收(?=各|行政|案)|健全|推行|完善|新建|改建|扩建|组建|走访|实施|落实|修订|废止|立案"
    "|移送|公布|公开|安排|选派|选聘|聘任|聘请|聘用|拥有|下达|开设|建有|建设|达成|促成|挽回|追回|减少|增加"
    "|压缩|缩短|精准对接|确定|认定|命名|评选|评查|抽查|检查|督察|督办|通报|回复|答复"
)
_ADVERBS = (
    "全年|今年以来|一年来|年内|全市|全省|全县|全区|我市|我县|我区|全市范围内|共计|共|累计|先后|已|均|并"
    "|还|其中|市本级|依法|新(?!建|增)|成功|首次|对|在|各项|各类|同时|及时|总计|合计|全面|有效|顺利|持续"
    "|不断|着力|创新|分别|各|其|又|将|可|有|约|近|与|和(?!解|谐)|及(?!时|格)|或|到|就|共有|现有|通过|围绕"
    "|针对|按照|实现|做到|确保|保持|、|的"
)
_HEAD = re.compile(rf"(?:\d{{4}}年(?:度)?|{_ADVERBS}|{_VERBS})+")
_ADVERB_HEAD = re.compile(rf"(?:\d{{4}}年(?:度)?|{_ADVERBS})+")
_LAST_VERB = re.compile(
    r".*(?:开展|办理|收到|提供|发出|出具|建成|配有|配备|涉及|参与|举办|召开|发放|发布|组织|受理|办结|审结|新增|征集|印发|制定|提出|建立"
    r"|聚焦|抄告|拥有|查处|纳入|收集|完成|实现|梳理|清理|对接服务|设立|成立|出台|培训(?!班))(?<!平均办理)(?=[^率]{2})"
)
_TAIL = re.compile(
    r"(?:高达|达到|达|为|是|有|共计|共|约|近|超过|超|逾|至|到|在|了|仅|增至|增加|增长|减少|下降|降低|提升|提高|压减|压缩|缩短|上升|较上年|较去年|较同期"
    r"|同比|环比|比上年|比去年|较|均|已经|已|都|也|(?<![工合运操动协写著])作|实现|的|、|和|及|[(（“\"]|与上年同期相比|较上年同期|上年同期|去年同期|分别|就|将|由|从)+$"
)
_DEED = re.compile(rf"(?:{_VERBS})(?![,，。;；、:：!！\n]|$)")
_OWNER = re.compile(r"(.{0,6}?(?:单位|部门|企业|机构|地区|城市|学校|村|镇|街道|县|区|市))的(?=..)")
_TOTAL = re.compile(r"(?:合计|共计|总计|共)[^,，]{0,2}$")
_ONLY_VERBS = re.compile(rf"(?:{_VERBS}|成功|全部|部分|或|和|并|已|共|其中|累计|均|、|予以|直接|纠错|撤销|维持|全年)+")
_CUT = re.compile(
    r"[,，。；;：:！？!?\n、《]|已(?!婚)|均(?!衡)|被|全部|统一|划入|(?<!公)共(?![享同建治青])|分别|以及|并(?!购)|同比|环比|较(?!大|重|小)|纳入|入选|融入|参加|开展|进行(?!曲)|提供|予以"
    r"|得到|达到|达(?!标)|实现|完成(?!率)|占(?!道|比|用)|推进(?!会)|办理(?=[^结])|接收|提交|受(?!理|贿|害)|获|为(?![民了])|在|于|由|向|将|按|经|是|有效|原有|有(?![限权机])|无(?![感障人线偿讼证废害])|未(?!成)|对(?!象|接)|其中|(?<![工合运操动协写著])作(?=[^用品为者风])|实行|建立|累计|落地"
)
_STOPS = ",，。；;：:！？!?\n、)）"
# A verb is taken off the head of a phrase only where what is left is no suffix to it (调解员, 备案书).
_VERB_HEAD = re.compile(
    rf"(?:{_VERBS})+(?=[^{re.escape(_STOPS)}员师者官室站会书率点团所函单件量数案表类和或与][^{re.escape(_STOPS)}])"
    r"(?!机构|组织|中心|平台|机制|体系|文件|制度|工作|活动)"
)
_LATE_VERB = re.compile(
    r"(?<=..)(?:提出|制定|建立|建成|发布|出台|形成|新增|办理|开展|组织|完成|收到|受理|发放|配备|举办|召开)$"
)
_MARKS = str.maketrans("", "", '“”"‘’「」')
_NOISE = re.compile(r"^(?:以上|以下|左右|以内|的|等|，|、|和|及|与)+")


def after_phrase(text: str, at: int, stop: int, *, deed: bool = False, listed: bool = False) -> str:
    """The noun phrase that begins at `at`, cut before the next verb, mark or quantity (`stop`).

    `deed` keeps the verb that leads (1小时内接收交办); `listed` reads on over 、 (所有工单、警单).
    """
    rest = text[at:stop]
    lead = _NOISE.match(rest)
    rest = rest[lead.end() :] if lead and not lead[0].startswith(("，", "、")) else rest
    if not rest or rest[0] in _STOPS:
        return ""
    head = None if deed else _VERB_HEAD.match(rest)
    body = rest[head.end() :] if head else rest
    least = body.find("”") + 1 if body[0] == "“" else 2 if deed else 1
    cut = next(
        (m.start() for m in _CUT.finditer(body) if m.start() >= least and not (listed and m[0] == "、")),
        len(body),
    )
    phrase = _TAIL.sub("", body[:cut]) or body[:cut]
    if owner := _OWNER.match(phrase):
        phrase = owner[1]
    if cut == len(body) and text[stop : stop + 1] not in _STOPS:
        phrase = _LATE_VERB.sub("", phrase)
    return phrase.translate(_MARKS).strip()[:40]


def starts_with_deed(text: str, at: int) -> bool:
    """Whether a verb stands at an offset, so that what follows is no noun beside the number."""
    return bool(_DEED.match(text, at))


def before_phrase(text: str, start: int, at: int) -> str:
    """The noun phrase that ends at `at`, with the verbs that lead it taken off; verbs alone are kept."""
    lead = text[start:at].strip()
    body = _TAIL.sub("", lead)
    if not body and _TOTAL.search(lead):
        return "合计"
    if not body or is_deed(body):
        return body
    if body.endswith("》"):
        return body[body.rfind("《") :]
    if body.endswith(("率", "占比", "比例", "比重", "满意度")):
        return _lean(body, _ADVERB_HEAD)
    last = _LAST_VERB.match(body)
    phrase = body[last.end() :] if last else body
    return _lean(phrase, _HEAD) or body


def _lean(phrase: str, lead: re.Pattern[str]) -> str:
    """A phrase without the words that lead it, where enough is left."""
    head = lead.match(phrase)
    if head and len(phrase) - head.end() >= 2:
        phrase = phrase[head.end() :]
    return phrase.translate(_MARKS).lstrip("、，,:：)）")


def is_deed(phrase: str) -> bool:
    """Whether a phrase is verbs alone (采纳或部分采纳), so that the noun must be carried over."""
    return bool(_ONLY_VERBS.fullmatch(phrase))


def same_noun(first: str, second: str) -> bool:
    """Whether the second phrase is a deed done to the noun of the first: 建议 and 采纳建议, 受理案件 and 审结案件."""
    deed = _ONLY_VERBS.match(second)
    noun = second[deed.end() :] if deed else ""
    return len(noun) >= 2 and first.endswith(noun) and first != second


def deed_alone(phrase: str) -> str:
    """The verbs of a deed without the adverbs before them (其中撤销 gives 撤销)."""
    head = _ADVERB_HEAD.match(phrase)
    return phrase[head.end() :] if head else phrase


def whole_phrase(text: str, start: int, at: int) -> str:
    """All that leads to a claim in its clause (所列各项均): adverbs taken off at both ends only."""
    lead = _TAIL.sub("", text[start:at].strip())
    return _lean(lead, _ADVERB_HEAD).strip()[-60:]
