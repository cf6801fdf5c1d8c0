"""The closed lists of the domain, in the words of the field."""

from django.db import models


class Level(models.TextChoices):
    COUNTY = "county", "县级"
    TOWN = "town", "镇级"
    VILLAGE = "village", "村级"


class ForceKind(models.TextChoices):
    ORGANISATION = "organisation", "调解组织"
    MEDIATOR = "mediator", "调解员"
    LAWYER_STUDIO = "lawyer_studio", "律师工作室"
    NON_LITIGATION = "non_litigation", "非诉服务中心"
    ADMINISTRATIVE = "administrative", "行政争议调处中心"
    PETITION = "petition", "基层信访部门"


class OrganisationKind(models.TextChoices):
    """人民调解法第八条、第三十四条: where committees are set up."""

    VILLAGE = "village", "村（社区）人民调解委员会"
    TOWN = "town", "镇（街道）人民调解委员会"
    ENTERPRISE = "enterprise", "企事业单位人民调解委员会"
    TRADE = "trade", "行业性专业性人民调解委员会"
    ADMINISTRATIVE = "administrative", "行政调解组织"
    COMMERCIAL = "commercial", "商事调解组织"


class DisputeKind(models.TextChoices):
    NEIGHBOURS = "neighbours", "邻里"
    FAMILY = "family", "婚姻家庭"
    PROPERTY = "property", "物业服务"
    LABOUR = "labour", "劳动争议"
    DEBT = "debt", "民间借贷"
    CONTRACT = "contract", "合同"
    TRAFFIC = "traffic", "道路交通事故"
    MEDICAL = "medical", "医疗"
    LAND = "land", "山林土地、征地拆迁"
    CONSUMER = "consumer", "消费"
    DAMAGE = "damage", "损害赔偿"
    OTHER = "other", "其他"


class Door(models.TextChoices):
    APPLIED = "applied", "当事人申请"
    INVITED = "invited", "主动调解"
    COURT = "court", "法院委派、告知"
    POLICE = "police", "公安机关移送、告知"
    HOTLINE = "hotline", "12345热线转办"
    PETITION = "petition", "信访部门转办"
    SCREENED = "screened", "排查发现"


class Channel(models.TextChoices):
    MEDIATION = "mediation", "人民调解"
    LAWYER = "lawyer", "律师服务"
    NON_LITIGATION = "non_litigation", "非诉服务"
    ADMINISTRATIVE = "administrative", "行政争议调处"
    PETITION = "petition", "信访办理"


class Risk(models.TextChoices):
    LOW = "low", "一般"
    MIDDLE = "middle", "较大"
    HIGH = "high", "重大"
