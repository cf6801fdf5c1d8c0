from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "fazhi.people"
    label = "people"
