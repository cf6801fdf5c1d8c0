"""The city's places and bodies. District codes are those of the statistics list; 高新区 has none and carries an internal one."""

CITY = ("321100", "镇江市")

#: code, name, kind of its government
DISTRICTS = (
    ("321181", "丹阳市"),
    ("321183", "句容市"),
    ("321182", "扬中市"),
    ("321112", "丹徒区"),
    ("321102", "京口区"),
    ("321111", "润州区"),
    ("321171", "镇江新区"),
    ("3211Z1", "镇江高新区"),
)

#: towns and sub-districts by district: 56 in all; serial numbers complete the nine-digit codes of the demonstration
TOWNS = {
    "321181": ("云阳街道", "曲阿街道", "司徒镇", "延陵镇", "珥陵镇", "导墅镇", "皇塘镇", "吕城镇", "陵口镇", "访仙镇", "界牌镇", "丹北镇"),
    "321183": ("华阳街道", "崇明街道", "黄梅街道", "下蜀镇", "白兔镇", "边城镇", "茅山镇", "后白镇", "郭庄镇", "天王镇", "宝华镇"),
    "321182": ("三茅街道", "新坝镇", "兴隆街道", "油坊镇", "八桥镇", "西来桥镇"),
    "321112": ("高资街道", "宜城街道", "谷阳镇", "上党镇", "宝堰镇", "世业镇", "江心洲生态农业园区", "高桥镇", "辛丰镇"),
    "321102": ("正东路街道", "健康路街道", "大市口街道", "四牌楼街道", "谏壁街道", "象山街道"),
    "321111": ("宝塔路街道", "和平路街道", "官塘桥街道", "韦岗街道", "金山街道", "七里甸街道"),
    "321171": ("大港街道", "丁卯街道", "姚桥镇", "大路镇", "丁岗镇"),
    "3211Z1": ("蒋乔街道",),
}  # fmt: skip

#: the city government's departments: name, short name, kind
CITY_BODIES = (
    ("镇江市人民政府", "市政府", "government"),
    ("镇江市人民政府办公室", "市政府办", "department"),
    ("镇江市司法局", "市司法局", "department"),
    ("中共镇江市委全面依法治市委员会办公室", "市委依法治市办", "party"),
    ("中共镇江市委组织部", "市委组织部", "party"),
    ("中共镇江市委机构编制委员会办公室", "市委编办", "party"),
    ("镇江市人大常委会法制工作委员会", "市人大法工委", "congress"),
    ("镇江市发展和改革委员会", "市发展改革委", "department"),
    ("镇江市科学技术局", "市科技局", "department"),
    ("镇江市工业和信息化局", "市工业和信息化局", "department"),
    ("镇江市教育局", "市教育局", "department"),
    ("镇江市公安局", "市公安局", "police"),
    ("镇江市财政局", "市财政局", "department"),
    ("镇江市人力资源和社会保障局", "市人社局", "department"),
    ("镇江市自然资源和规划局", "市自然资源和规划局", "department"),
    ("镇江市生态环境局", "市生态环境局", "department"),
    ("镇江市住房和城乡建设局", "市住建局", "department"),
    ("镇江市城市管理局", "市城管局", "department"),
    ("镇江市交通运输局", "市交通运输局", "department"),
    ("镇江市水利局", "市水利局", "department"),
    ("镇江市农业农村局", "市农业农村局", "department"),
    ("镇江市商务局", "市商务局", "department"),
    ("镇江市文化广电和旅游局", "市文广旅局", "department"),
    ("镇江市卫生健康委员会", "市卫生健康委", "department"),
    ("镇江市应急管理局", "市应急局", "department"),
    ("镇江市市场监督管理局", "市市场监管局", "department"),
    ("镇江市数据局", "市数据局", "department"),
    ("镇江市政务服务管理办公室", "市政务办", "department"),
    ("镇江市信访局", "市信访局", "department"),
    ("镇江市消防救援支队", "市消防救援支队", "institution"),
    ("镇江市税务局", "市税务局", "department"),
    ("镇江市12345政务服务便民热线平台", "市12345热线", "institution"),
    ("镇江市中级人民法院", "市中级法院", "court"),
    ("镇江市人民检察院", "市检察院", "procuratorate"),
)

#: each district's bodies, with {d} for the district's name
DISTRICT_BODIES = (
    ("{d}人民政府", "{d}政府", "government"),
    ("{d}司法局", "{d}司法局", "department"),
    ("{d}公安局", "{d}公安局", "police"),
    ("{d}市场监督管理局", "{d}市场监管局", "department"),
    ("{d}生态环境局", "{d}生态环境局", "department"),
    ("{d}住房和城乡建设局", "{d}住建局", "department"),
    ("{d}交通运输局", "{d}交通运输局", "department"),
    ("{d}税务局", "{d}税务局", "department"),
    ("{d}应急管理局", "{d}应急局", "department"),
    ("{d}城市管理局", "{d}城管局", "department"),
    ("{d}自然资源和规划局", "{d}资规局", "department"),
    ("{d}人力资源和社会保障局", "{d}人社局", "department"),
    ("{d}教育局", "{d}教育局", "department"),
)

VILLAGES_PER_TOWN = 4
