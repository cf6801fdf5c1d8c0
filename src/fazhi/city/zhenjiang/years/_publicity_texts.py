"""Words for the year of law popularisation."""

#: how many schools of each kind; F008's denominator is their sum
STAGES = {"primary": 152, "junior": 78, "nine_year": 34, "senior": 26, "complete": 12, "vocational": 12, "special": 4}
STRANGE_STAGES = ("kindergarten", "college")
#: who sends vice-principals: system, unit, weight
SENDERS = (
    ("police", "公安派出所", 52),
    ("procuratorate", "人民检察院", 18),
    ("court", "人民法院", 14),
    ("justice", "司法所", 14),
    ("other", "律师事务所", 2),
)
BRANDS = (
    ("“{n}小法官”模拟法庭", "青少年模拟法庭"),
    ("法润童心", "宪法与少年儿童"),
    ("“宪”在{n}", "宪法教育"),
    ("少年法学苑", "法治社团"),
    ("护苗工作站", "防治学生欺凌"),
    ("法治小剧场", "法治情景剧"),
    ("青枫法语", "校园调解"),
    ("法治研学营", "法治实践研学"),
    ("民法典花园", "民法典进校园"),
    ("“e”路守法", "网络安全与未成年人网络保护"),
)
HONOURS = {
    "provincial_model": "江苏省教育厅、江苏省司法厅", "provincial_advanced": "江苏省教育厅", "city_model": "镇江市教育局、镇江市司法局",
}  # fmt: skip
SITES = {
    "community": "社区法治素养观测点", "school": "校园法治素养观测点", "enterprise": "企业法治素养观测点", "agency": "机关法治素养观测点",
    "market": "商圈法治素养观测点", "venue": "法治文化公园观测点",
}  # fmt: skip
ACTIVITIES = (
    ("plan", "民法典宣传月进社区", "民法典"),
    ("plan", "“12·4”国家宪法日集中宣传", "宪法"),
    ("plan", "安全生产法宣讲进企业", "安全生产法"),
    ("plan", "行政复议法宣传周", "行政复议法"),
    ("literacy", "公民法治素养提升讲堂", "民法典"),
    ("literacy", "“法律明白人”培训", "人民调解法"),
)
ART_MONTH = (
    "法治书画作品展", "法治情景剧展演", "法治灯谜会", "法治锡剧专场", "法治微视频征集展映", "法治文化广场夜市", "法治扬剧小戏巡演",
)  # fmt: skip
COURTS = ("镇江市中级人民法院", "镇江经济开发区人民法院", "丹阳市人民法院", "句容市人民法院", "镇江市京口区人民法院")
CAUSES = ("不服行政处罚", "工伤认定", "政府信息公开", "履行法定职责", "行政补偿", "职务犯罪")
UNITS = (
    "市公安局", "市市场监管局", "市住建局", "市人社局", "市自然资源和规划局", "市城管局", "市交通运输局", "市生态环境局", "市应急局",
    "市农业农村局",
)  # fmt: skip
