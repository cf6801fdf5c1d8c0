"""The 102 leading bodies of the round of 2024 (F010) and those around them. For the year of leadership."""

from fazhi.city.zhenjiang import map as atlas

COUNTIES = atlas.DISTRICTS[:6]
ZONES = atlas.DISTRICTS[6:]

DEPARTMENTS = (
    "市政府办公室", "市发展改革委", "市教育局", "市科技局", "市工业和信息化局", "市民族宗教局", "市公安局", "市民政局", "市司法局",
    "市财政局",
    "市人社局", "市自然资源和规划局", "市生态环境局", "市住建局", "市城管局", "市交通运输局", "市水利局", "市农业农村局", "市商务局",
    "市文广旅局", "市卫生健康委", "市退役军人局", "市应急局", "市审计局", "市外办", "市市场监管局", "市国资委", "市体育局", "市统计局",
    "市医保局", "市数据局", "市政务办", "市信访局", "市国防动员办", "市机关事务管理局", "市税务局",
)  # fmt: skip
PARTY = (
    "市纪委监委", "市委办公室", "市委组织部", "市委宣传部", "市委统战部", "市委政法委", "市委编办", "市委市级机关工委", "市委老干部局",
    "市委巡察办", "市委党校",
)  # fmt: skip
CONGRESS = ("市人大常委会机关", "市政协机关")
JUDICIARY = ("市中级法院", "市检察院")
MASS = (
    "市总工会", "团市委", "市妇联", "市科协", "市文联", "市社科联", "市侨联", "市残联", "市红十字会", "市工商联", "市贸促会",
)  # fmt: skip
INSTITUTIONS = (
    "市供销合作总社", "市住房公积金管理中心", "市档案馆", "市史志办", "市消防救援支队", "镇江市高等专科学校", "市第一人民医院",
    "镇江日报社",
)  # fmt: skip
ENTERPRISES = ("城市建设产业集团", "交通产业集团", "文化旅游产业集团", "国有投资控股集团", "产业投资集团", "水业总公司")

#: in the list, but no part of the round: merged before it, or set up too late for it
MERGED = ("市大数据管理局", "市政府研究室", "市金融监管局")
NEW = ("市低空经济发展中心",)


def bodies() -> list[tuple[str, str, str]]:
    """(name, kind, place) of every body of the round."""
    listed = [(f"{name}政府", "area", code) for code, name in COUNTIES]
    listed += [(f"{name}党工委、管委会", "area", code) for code, name in ZONES]
    for part in ("委", "人大常委会", "政协"):
        listed += [(f"{name}{part}", "area_party", code) for code, name in COUNTIES]
    at_city = {
        "department": DEPARTMENTS, "party": PARTY, "congress": CONGRESS, "judiciary": JUDICIARY, "mass": MASS,
        "institution": INSTITUTIONS, "enterprise": ENTERPRISES,
    }  # fmt: skip
    for kind, names in at_city.items():
        listed += [(name, kind, atlas.CITY[0]) for name in names]
    return listed
