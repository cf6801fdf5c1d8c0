"""The addresses of the staff site."""

from django.urls import path

from fazhi.desk import entrance

app_name = "desk"
urlpatterns = [
    path("login/", entrance.Login.as_view(), name="login"),
    path("logout/", entrance.Logout.as_view(), name="logout"),
    path("desk/", entrance.home, name="home"),
]
