"""What is peculiar to these reviews."""

from django.db import models

from fazhi.casework.api import Facts


class ReviewedDocument(Facts):
    document = models.CharField("规范性文件", max_length=200, blank=True)
    maker = models.CharField("制定机关", max_length=120, blank=True)

    class Meta:
        verbose_name = "附带审查"
