"""Users and the posts they hold in time; a mandate lets a post act as an office of a procedure."""

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db import models

from fazhi.people.organisations import Organisation
from fazhi.people.roles import ROLES, Role


class User(AbstractUser):
    name = models.CharField("姓名", max_length=40)
    city = models.CharField("市", max_length=7, blank=True)
    #: set while the password is one that an administrator handed out: it must be changed before anything else
    one_time_until = models.DateTimeField("一次性密码有效期", null=True, blank=True)

    class Meta:
        verbose_name = "用户"

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return self.name


class PostQuerySet(models.QuerySet["Post"]):
    def held_on(self, day: date) -> "PostQuerySet":
        begun = models.Q(since__isnull=True) | models.Q(since__lte=day)
        return self.filter(begun).filter(models.Q(until__isnull=True) | models.Q(until__gt=day))

    def not_ended(self, day: date) -> "PostQuerySet":
        """Held on a day or to be held later."""
        return self.filter(models.Q(until__isnull=True) | models.Q(until__gt=day))


class Post(models.Model):
    """A person's post in an organisation, from a day to a day (the last day not included)."""

    user = models.ForeignKey(User, models.PROTECT, related_name="posts", verbose_name="人员")
    org = models.ForeignKey(Organisation, models.PROTECT, related_name="posts", verbose_name="单位")
    title = models.CharField("职务", max_length=60)
    role = models.CharField("角色", max_length=12, choices=[(r.code, r.label) for r in ROLES.values()])
    since = models.DateField("任职日期", null=True, blank=True)
    until = models.DateField("免职日期", null=True, blank=True)
    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = "岗位"

    def __str__(self) -> str:
        return f"{self.org} {self.title}"

    @property
    def powers(self) -> Role:
        return ROLES[self.role]


class Mandate(models.Model):
    """Lets the holder of a post act as one office of one procedure, for cases of that post's organisation and below."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="mandates", verbose_name="岗位")
    procedure = models.CharField("程序", max_length=40)
    office = models.CharField("职责", max_length=40)

    class Meta:
        verbose_name = "授权"
        constraints = [models.UniqueConstraint(fields=["post", "procedure", "office"], name="mandate_once")]

    def __str__(self) -> str:
        return f"{self.procedure}.{self.office}"
