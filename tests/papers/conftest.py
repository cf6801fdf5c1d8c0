"""Documents the tests of papers render: a full official notice and a plain report, in prose of our own."""

from dataclasses import replace
from datetime import date

import pytest

from fazhi.papers.api import Document, Run, Table, heading, paragraph

SENTENCES = (
    "市司法局牵头建立逐月会商机制，对进度滞后的事项发出提示函，由承办单位在十个工作日内书面说明原因和补救安排，"
    "会商结果同步抄送市政府督查室。",
    "各县级市、区设立基层法治观察点，由人大代表、政协委员和群众代表轮流值守，收集执法公示、窗口服务和涉企检查方面的意见，"
    "每季度汇总一次并逐条答复。",
    "对群众反映集中的停车收费、物业维修、小区加装电梯等问题，实行首接负责、限时办结，办理过程全程留痕，"
    "办理结果在政务服务大厅和网站同时公布。",
)


def links(code: str) -> str:
    return f"https://fazhi.example.gov.cn/figures/{code}"


def table() -> Table:
    return Table(
        "表1　各地行政复议案件办理情况",
        ("地区", "收到申请（件）", "审结（件）", "调解和解率", "主要做法"),
        (
            (
                "丹阳市",
                Run("126", figure="F087", href=links("F087")),
                "119",
                "38.7%",
                "设立镇级复议咨询点，当场释明、当场补正",
            ),
            ("句容市", "98", "95", "41.1%", "繁简分流，简易案件二十日内审结"),
            ("扬中市", "57", "57", "36.8%", "复议与信访、诉讼三方会商"),
            ("京口区", "1,043", "1,001", "40.0%", "案前调解"),
        ),
    )


def body(paragraphs: int = 4) -> tuple:
    blocks: list = []
    for index, name in enumerate(("加强组织领导", "规范行政执法", "健全纠纷化解机制")):
        blocks.append(heading(1, f"{'一二三'[index]}、{name}"))
        blocks.append(heading(2, f"（一）落实{name}的工作责任"))
        blocks.append(
            paragraph(
                "全年召开专题会议",
                Run("8", figure="F006", href=links("F006")),
                "次，听取工作汇报",
                Run("12", figure="F007", href="/figures/F007"),
                "次；",
                SENTENCES[index],
            )
        )
        blocks.append(heading(3, "1. 压实工作责任"))
        blocks.extend(paragraph(SENTENCES[(index + step) % 3]) for step in range(paragraphs))
        blocks.append(heading(4, "（1）明确时间要求"))
        blocks.append(paragraph(Run("时限一经确定不得随意调整。", bold=True), SENTENCES[index]))
    blocks.insert(9, table())
    return tuple(blocks)


@pytest.fixture
def notice() -> Document:
    return Document(
        title="关于印发《镇江市行政执法监督与基层治理协同工作实施办法（试行）》的通知",
        red_head="镇江市人民政府办公室文件",
        number="镇政办发〔2025〕12号",
        addressee="各市、区人民政府，镇江经开区、镇江高新区管委会，市各委办局，市各直属单位",
        blocks=body(),
        attachments=("行政执法监督事项目录", "基层治理协同事项办理流程图"),
        issuer="镇江市人民政府办公室",
        dated=date(2025, 3, 1),
        notes="此件公开发布",
        copies_to="市委各部委，市人大常委会办公室，市政协办公室，市法院，市检察院，镇江军分区",
        printed_by="镇江市人民政府办公室",
        printed_on=date(2025, 3, 3),
    )


@pytest.fixture
def report() -> Document:
    return Document(
        title="镇江市2024年度法治政府建设情况报告",
        blocks=body(6),
        issuer="镇江市人民政府",
        dated=date(2025, 3, 1),
    )


@pytest.fixture
def draft(report) -> Document:
    return replace(report, draft=True)


HOSTILE = (
    '#read("/etc/passwd")',
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% include 'x' %}",
    "$x^2$ *粗* _斜_ \\ @cite <label>",
    "</w:t><w:r>&lt;&amp;",
    '"><img src=x onerror=alert(1)>',
    "零\x00字\x07\x1b[31m\u202e反\ufeff向\ud800",
)


@pytest.fixture
def hostile() -> Document:
    """Every field of a document holds text that some format could take for its own language."""
    text = "".join(HOSTILE)
    return Document(
        title="关于" + HOSTILE[0] + HOSTILE[1],
        blocks=(
            heading(1, text),
            paragraph(text, Run(text, figure="F001", href="https://example.org/?a=1&b=%22%3E"), Run(text, bold=True)),
            Table(text, (text, "<b>"), ((text, Run(text, figure="F002")),)),
        ),
        issuer=HOSTILE[0],
        dated=date(2025, 3, 1),
        addressee=HOSTILE[1],
        number=HOSTILE[2],
        red_head=HOSTILE[3],
        signer=HOSTILE[4],
        copies_to=HOSTILE[5],
        printed_by=HOSTILE[6],
        attachments=(HOSTILE[0], HOSTILE[5]),
        notes=HOSTILE[1],
        draft=True,
        draft_mark=HOSTILE[0],
    )


@pytest.fixture
def hostile_parts() -> tuple[str, ...]:
    return HOSTILE
