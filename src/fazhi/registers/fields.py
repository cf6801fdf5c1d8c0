"""Columns with a meaning of their own: money in 分, and codes whose check digits are checked."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from fazhi.registers.codes import id_card_complaint, organisation_code_complaint, uscc_complaint


class MoneyField(models.BigIntegerField[Any, Any]):
    """An amount in 分. Sheets and pages show and take 元."""

    description = "money in 分"


class CodeField(models.CharField[Any, Any]):
    """A code that `complaint` checks."""

    complaint: Callable[[str], str | None]

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if value and (problem := type(self).complaint(str(value))):
            raise ValidationError(problem)


class UsccField(CodeField):
    """统一社会信用代码 (GB 32100)."""

    complaint = staticmethod(uscc_complaint)

    def __init__(self, verbose_name: str = "统一社会信用代码", **options: Any) -> None:
        options.setdefault("max_length", 18)
        super().__init__(verbose_name, **options)


class IdCardField(CodeField):
    """公民身份号码 (GB 11643). Personal data: shown masked."""

    complaint = staticmethod(id_card_complaint)

    def __init__(self, verbose_name: str = "身份证号", **options: Any) -> None:
        options.setdefault("max_length", 18)
        super().__init__(verbose_name, **options)


class OrganisationCodeField(CodeField):
    """组织机构代码 (GB 11714)."""

    complaint = staticmethod(organisation_code_complaint)

    def __init__(self, verbose_name: str = "组织机构代码", **options: Any) -> None:
        options.setdefault("max_length", 10)
        super().__init__(verbose_name, **options)
