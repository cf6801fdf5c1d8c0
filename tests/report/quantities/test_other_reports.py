"""Sentences as other places write them: value, unit, qualifier and kind of the one quantity asked for."""

from decimal import Decimal

import pytest

from fazhi.report.quantities import Quantity, read

# sentence | span | value | unit | qualifier | kind
SNIPPETS = """
办结行政复议案件1,203件,同比增长12.6%。|1,203件|1203|件|exact|number
办结行政复议案件1,203件,同比增长12.6%。|12.6%|12.6|%|change|rate
全年培训执法人员3.2万人次。|3.2万人次|32000|人次|exact|number
政务服务覆盖率提升至九成以上。|九成以上|90|%|at_least|rate
全市18个乡镇(街道)全部完成赋权。|18个|18|个|exact|number
全市18个乡镇(街道)全部完成赋权。|全部||| all|claim
行政机关败诉率较上年下降5.3个百分点。|5.3个百分点|5.3|百分点|change|rate
为农民工追回欠薪近300万元。|近300万元|3000000|元|approx|money
调解各类纠纷两千三百余件。|两千三百余件|2300|件|at_least|number
举办普法讲座30多场。|30多场|30|场|at_least|number
全市每万人拥有律师4.1名。|4.1名|4.1|名|exact|number
入选全国第三批法治政府建设示范市。|第三批|||exact|ordinal
2024年1—12月,受理申请56件。|2024年1—12月|||exact|date
2024年1—12月,受理申请56件。|56件|56|件|exact|number
按照国办发〔2023〕7号文件要求推进。|国办发〔2023〕7号|||exact|document_number
开通12348公共法律服务热线。|12348|12348||exact|name
健全110接处警机制。|110|110||exact|name
依据《行政复议法》第三十条作出决定。|第三十条|||exact|ordinal
合法性审核率达到百分之百。|达到百分之百|100|%|reached|rate
合法性审核率达百分之九十五点五。|达百分之九十五点五|95.5|%|reached|rate
超过三分之二的案件以调解方式结案。|超过三分之二|66.66666666666666666666666667|%|at_least|rate
行政负责人出庭应诉率连续三年保持100%。|100%|100|%|exact|rate
行政负责人出庭应诉率连续三年保持100%。|三年|3|年|exact|number
审批时限由20个工作日压缩至3个工作日。|3个工作日|3|工作日|reached|number
审批时限由20个工作日压缩至3个工作日。|20个工作日|20|工作日|exact|number
在15日内作出答复。|15日内|15|日|within|number
办理时间不超过30分钟。|不超过30分钟|30|分钟|within|number
每个乡镇配备执法人员不少于5名。|不少于5名|5|名|at_least|number
配备专职人民调解员1万余名。|1万余名|10000|名|at_least|number
累计受理法律援助案件10万余件。|10万余件|100000|件|at_least|number
为群众挽回经济损失1.05亿元。|1.05亿元|105000000|元|exact|money
化解矛盾纠纷上百件。|上百件|100|件|at_least|number
参与群众近千人。|近千人|1000|人|approx|number
检查企业十几家。|十几家|10|家|at_least|number
走访企业数百家。|数百家||家|approx|claim
抽取3至5名行政执法人员。|3至5名|3..5|名|exact|number
处以5万元至10万元罚款。|5万元至10万元|50000..100000|元|exact|money
增幅在10%—15%之间。|10%—15%|10..15|%|exact|rate
设置两三个窗口。|两三个|2..3|个|approx|number
同比上升0.8个百分点。|0.8个百分点|0.8|百分点|change|rate
涉企检查次数同比下降31.2％。|31.2％|31.2|%|change|rate
培训人数是上年的2.5倍。|2.5倍|2.5|倍|exact|rate
案件数量翻了一番。|翻了一番|2|倍|change|rate
全区３８６个村(居)实现法律顾问全覆盖。|３８６个|386|个|exact|number
全区386个村(居)实现法律顾问全覆盖。|全覆盖|||all|claim
所有行政村均配备法律顾问。|所有|||all|claim
重大行政决策均经合法性审查。|均|||all|claim
对存量文件逐件清理。|逐件||件|all|claim
政府合同应审尽审。|应审尽审|||all|claim
做到有件必备、有错必纠。|有件必备|||all|claim
行政执法零投诉。|零投诉|0||exact|claim
全年未发生一起行政诉讼败诉案件。|未发生一起|0|起|exact|claim
行政复议决定无一被撤销。|无一|0||exact|claim
建成全国首个数字法治实验室。|首个|1|个|rank|rank
在全省率先出台行政裁量权基准。|率先|1||rank|rank
法治满意度位居全省第二。|第二|2||rank|rank
综合得分列全省第3位。|第3位|3|位|rank|rank
法治建设考核位居全市前三。|前三|3||rank|rank
依法行政工作位居全省前列。|前列|||rank|rank
建立市县乡三级执法监督网络。|市县乡三级|3|级|exact|level
省、市、县三级同步推进。|省、市、县三级|3|级|exact|level
构建“1+5+N”普法格局。|1|1||exact|claim
构建“1+5+N”普法格局。|5+N|5||at_least|claim
推行一村一法律顾问。|一村一法|1|法|all|claim
实行一企一策帮扶。|一企一策|1|策|all|claim
推行一案双查。|一案双查|2|查|all|claim
实现“最多跑一次”。|一次|1|次|all|claim
落实“双公示”制度。|双公示|2||exact|claim
公布“四张清单”。|四张|4|张|exact|claim
建立“三项机制”。|三项|3|项|exact|claim
开展“三优一特”评选。|三优|3||exact|claim
联合三部门印发通知。|三部门|3|个|exact|number
推进十大民生实事。|十大|10|个|exact|number
聚焦8大领域开展整治。|8大|8|个|exact|number
开展为期三个月的专项整治。|三个月|3|月|exact|number
半数以上案件当庭和解。|半数以上|50|%|at_least|rate
群众满意度达98.67。|达98.67|98.67||reached|number
制发行政执法监督通知书壹拾贰份。|壹拾贰份|12|份|exact|number
新建司法所7个、改建12个。|12个|12|个|exact|number
新增法治文化阵地26处。|26处|26|处|exact|number
律师总数达1 个。|达1 个|1|个|reached|number
受理案件 384 件。|384 件|384|件|exact|number
全程网办率90%以上。|90%以上|90|%|at_least|rate
群众平均等候时间约8分钟。|约8分钟|8|分钟|approx|number
年均办案400件左右。|400件左右|400|件|approx|number
市政府规章存量为十七部。|十七部|17|部|exact|number
投入资金1200万元以上。|1200万元以上|12000000|元|at_least|money
行政复议案件突破2000件大关。|突破2000件|2000|件|at_least|number
7/8的县区完成改革。|7/8|87.5|%|exact|rate
提供7×24小时自助服务。|7×24小时|24|小时|all|claim
对A、B、C三类企业实行分级监管。|三类|3|类|exact|number
办理重点事项100余项(次)。|100余项|100|项|at_least|number
发放宣传资料8千余份。|8千余份|8000|份|at_least|number
线上普法浏览量1.2亿人次。|1.2亿人次|120000000|人次|exact|number
举办“法律进企业”活动600场(次)。|600场(次)|600|场次|exact|number
全国法治政府建设示范项目2个。|2个|2|个|exact|number
在全县推行说理式执法文书。|在全县推行|||all|claim
全面清理行政规范性文件。|全面清理|||all|claim
立案查处违法案件四百二十一起。|四百二十一起|421|起|exact|number
12345热线受理诉求12345件。|12345件|12345|件|exact|number
出动110人次开展排查。|110人次|110|人次|exact|number
经开区下辖五镇两街道。|五镇|5|个|exact|number
经开区下辖五镇两街道。|两街道|2|个|exact|number
吸纳网格员千余名。|千余名|1000|名|at_least|number
全年开庭审理二十余次。|二十余次|20|次|at_least|number
全市1.5万余个人民调解组织融入中心。|1.5万余个|15000|个|at_least|number
检查频次和时长同比分别下降3.1、5.7个百分点。|3.1|3.1|百分点|change|rate
及格率已达8成以上。|达8成以上|80|%|at_least|rate
综合排名进入前二十名。|前二十名|20|名|rank|rank
开展“1-N”专项行动。|1-N|1||at_least|claim
涉及金额50亿。|50亿|5000000000||exact|number
单笔10亿元以上项目3个。|10亿元以上|1000000000|元|at_least|money
配发执法记录仪,做到人手一台。|人手一台|1|台|all|claim
新任公务员“人手一册”学习读本。|人手一册|1|册|all|claim
""".strip().split("\n")


def spoken(sentence: str, span: str) -> list[Quantity]:
    return [q for q in read(sentence) if q.text == span]


@pytest.mark.parametrize("line", SNIPPETS)
def test_a_sentence_of_another_report(line: str):
    sentence, span, value, unit, qualifier, kind = (part.strip() for part in line.split("|"))
    found = spoken(sentence, span)
    assert found, [(q.text, q.kind) for q in read(sentence)]
    low, _, high = value.partition("..")
    q = found[0]
    assert (q.value, q.high) == (Decimal(low) if low else None, Decimal(high) if high else None)
    assert (q.unit, q.qualifier, q.kind) == (unit, qualifier, kind)


def test_the_table_is_long_enough_to_mean_something():
    assert len(SNIPPETS) >= 80


@pytest.mark.parametrize(
    ("sentence", "span", "per"),
    [
        ("全市每万人拥有律师4.1名。", "4.1名", "万人"),
        ("每百户配备网格员一名。", "一名", "百户"),
        ("每季度召开一次联席会议。", "一次", "季度"),
        ("推行一企一策帮扶。", "一企一策", "企"),
    ],
)
def test_what_a_number_is_reckoned_upon_is_kept(sentence: str, span: str, per: str):
    assert [q.per for q in spoken(sentence, span)] == [per]
    assert not [q for q in read(sentence) if q.is_figure and q.text.startswith("每")]


@pytest.mark.parametrize(
    ("sentence", "span", "direction"),
    [
        ("案件同比增长12.6%。", "12.6%", "increase"),
        ("检查频次较上年减少42%。", "42%", "decrease"),
        ("新增联系点7家。", "7家", "increase"),
        ("合格率提高至95%。", "95%", ""),
        ("合格率为95%。", "95%", ""),
    ],
)
def test_a_rise_and_a_fall_are_told_apart(sentence: str, span: str, direction: str):
    assert [q.direction for q in spoken(sentence, span)] == [direction]


@pytest.mark.parametrize(
    ("sentence", "span", "subject"),
    [
        ("全年办结行政复议案件1,203件。", "1,203件", "行政复议案件"),
        ("建成公共法律服务工作站56个、司法所12个。", "12个", "司法所"),
        ("聘请行政执法监督员48名。", "48名", "行政执法监督员"),
        ("组织3000余名执法人员参加考试。", "3000余名", "执法人员"),
        ("案件受理量同比增长12.6%。", "12.6%", "案件受理量"),
        ("受理案件120件,其中撤销8件。", "8件", "撤销案件"),
        ("审查合同120份,提出意见230条。", "230条", "意见"),
        ("对56个镇街开展督察。", "56个", "镇街"),
        ("明确10大类37项重点工作。", "10大类", "重点工作"),
        ("印发15家单位的“三定”规定。", "15家", "单位"),
        ("“零跑动”事项占比提高到85.2%。", "85.2%", "零跑动事项占比"),
        ("向各单位赠送《法治读本》2000册。", "2000册", "《法治读本》"),
        ("按时办结率99.9%,满意率98.5%,分别提升0.3和1.2个百分点。", "0.3", "按时办结率"),
        ("按时办结率99.9%,满意率98.5%,分别提升0.3和1.2个百分点。", "1.2个百分点", "满意率"),
        ("收到复议申请4521件,受理4102件,审结3865件。", "3865件", "审结复议申请"),
        ("安排重点任务50余项,全部落实到位。", "全部", "重点任务"),
        ("调解和解率31.6%。", "31.6%", "调解和解率"),
        ("新建司法所20个。", "20个", "司法所"),
    ],
)
def test_the_subject_is_the_noun_beside_the_number(sentence: str, span: str, subject: str):
    assert [q.subject for q in spoken(sentence, span)] == [subject]
