"""The closed lists of the domain, in the words of the field."""

from django.db import models


class OrderKind(models.TextChoices):
    CONSULT = "consult", "咨询"
    HELP = "help", "求助"
    COMPLAINT = "complaint", "投诉"
    REPORT = "report", "举报"
    SUGGESTION = "suggestion", "建议"
    PRAISE = "praise", "表扬"


class Channel(models.TextChoices):
    PHONE = "phone", "电话"
    APP = "app", "手机应用"
    WECHAT = "wechat", "微信"
    WEB = "web", "网站"
    POLICE = "police", "110转入"


class Satisfaction(models.TextChoices):
    SATISFIED = "satisfied", "满意"
    BASICALLY = "basically", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"
    UNREACHED = "unreached", "未联系上"


class PoliceKind(models.TextChoices):
    CRIMINAL = "criminal", "刑事"
    SECURITY = "security", "治安"
    TRAFFIC = "traffic", "交通"
    MASS = "mass", "群体性"
    HELP = "help", "紧急求助"
    COMPLAINT = "complaint", "警务投诉"
    OTHER = "other", "非警务"


class Direction(models.TextChoices):
    TO_POLICE = "to_police", "12345转110"
    TO_HOTLINE = "to_hotline", "110转12345"


class Mode(models.TextChoices):
    """国办发〔2022〕12号: clear matters are handed over at once, unclear ones are talked through by three."""

    ONE_KEY = "one_key", "一键转接"
    LINKED = "linked", "话务对接"
    THREE_WAY = "three_way", "三方通话"


class Decision(models.TextChoices):
    ACCEPTED = "accepted", "受理"
    TRANSFERRED = "transferred", "移送"
    REJECTED = "rejected", "不予受理"
