"""The closed lists of the domain, in the words of the field."""

from django.db import models


class Charge(models.TextChoices):
    WORK_SAFETY = "work_safety", "安全生产"
    FIRE = "fire", "消防安全"


class LeaderKind(models.TextChoices):
    PARTY = "party", "党委"
    GOVERNMENT = "government", "政府"


class Tier(models.TextChoices):
    """“1+3+N”: one chief, three fixed posts, and as many others as the place needs."""

    ONE = "one", "“1”"
    THREE = "three", "“3”"
    MORE = "more", "“N”"


class DrillKind(models.TextChoices):
    EVACUATION = "evacuation", "应急疏散演练"
    PRACTICE = "practice", "体验式实训"
    LECTURE = "lecture", "知识讲座"


class Audience(models.TextChoices):
    SCHOOL = "school", "学校"
    COMMUNITY = "community", "社区"
    ENTERPRISE = "enterprise", "企业"
    HOSPITAL = "hospital", "医院、养老机构"
    MALL = "mall", "商业综合体"
    OFFICE = "office", "机关事业单位"


class Responsibility(models.TextChoices):
    PRINCIPAL = "principal", "企业主体责任"
    SUPERVISION = "supervision", "部门监管责任"


class HazardKind(models.TextChoices):
    LANE_BLOCKED = "lane_blocked", "消防车通道被占用"
    EXIT_BLOCKED = "exit_blocked", "疏散通道、安全出口堵塞"
    BARS = "bars", "外窗设置影响逃生的障碍物"
    EBIKE_INDOORS = "ebike_indoors", "电动自行车进楼入户"
    EBIKE_CHARGING = "ebike_charging", "电动自行车违规充电"
    FACILITY = "facility", "消防设施损坏"


class Grade(models.TextChoices):
    A = "A", "A级（规范）"
    B = "B", "B级（较规范）"
    C = "C", "C级（一般）"
    D = "D", "D级（不达标）"
