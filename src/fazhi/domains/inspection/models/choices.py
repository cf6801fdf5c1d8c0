"""Words that several tables of the domain share."""

from django.db import models


class Field(models.TextChoices):
    """The fields of enforcement in which enterprises are inspected."""

    MARKET = "market", "市场监管"
    ENVIRONMENT = "environment", "生态环境"
    TRANSPORT = "transport", "交通运输"
    TAX = "tax", "税务"
    EMERGENCY = "emergency", "应急管理"
    FIRE = "fire", "消防救援"
    HOUSING = "housing", "住房城乡建设"
    URBAN = "urban", "城市管理"
    LABOUR = "labour", "人力资源社会保障"
    RESOURCES = "resources", "自然资源"
    HEALTH = "health", "卫生健康"
    AGRICULTURE = "agriculture", "农业农村"
    OTHER = "other", "其他"


class Grade(models.TextChoices):
    A = "A", "A（低风险）"
    B = "B", "B（一般风险）"
    C = "C", "C（较高风险）"
    D = "D", "D（高风险）"


class Finding(models.TextChoices):
    """What an inspection found, in the words of the market regulators' result codes."""

    NOTHING = "nothing", "未发现问题"
    CORRECTED = "corrected", "发现问题已责令改正"
    PENDING = "pending", "发现问题待后续处理"
    CONCEALED = "concealed", "隐瞒真实情况、弄虚作假"
    NOT_FOUND = "not_found", "通过登记住所无法联系"
    REFUSED = "refused", "不配合检查情节严重"
    NO_BUSINESS = "no_business", "未发现开展本次抽查涉及的经营活动"


class Status(models.TextChoices):
    PLANNED = "planned", "拟开展"
    DONE = "done", "已完成"
    CANCELLED = "cancelled", "取消"
