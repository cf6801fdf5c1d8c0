"""The addresses of the staff site."""

from django.urls import path

from fazhi.desk import entrance, today
from fazhi.desk.cases import file, limits, opening

app_name = "desk"
urlpatterns = [
    path("login/", entrance.Login.as_view(), name="login"),
    path("logout/", entrance.Logout.as_view(), name="logout"),
    path("desk/", entrance.home, name="home"),
    path("desk/today/", today.today, name="today"),
    path("desk/cases/new/", opening.choose, name="open_choose"),
    path("desk/cases/new/<str:code>/", opening.open_page, name="open"),
    path("desk/cases/<int:pk>/", file.case_page, name="case"),
    path("desk/cases/<int:pk>/steps/<str:step>/", file.take_step, name="step"),
    path("desk/cases/<int:pk>/limits/<int:run>/", limits.limit_page, name="limit"),
]
