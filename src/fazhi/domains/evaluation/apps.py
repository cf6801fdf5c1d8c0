"""Makes the domain known to Django."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "fazhi.domains.evaluation"
    label = "evaluation"
    verbose_name = "评估与督察"
