"""The addresses of the public site."""

from django.urls import path

from fazhi.portal import figure_views, views

app_name = "portal"
urlpatterns = [
    path("", views.front, name="front"),
    path("report/", views.reports, name="reports"),
    path("report/<year:year>/", views.report, name="report"),
    path("report/<year:year>/<int:number>/", views.report, name="version"),
    path("report/<year:year>/<int:number>/report.<str:kind>", views.report_file, name="file"),
    path("report/<year:year>/<int:number>/journal.json", views.record, name="record"),
    path("figures/", figure_views.figures, name="figures"),
    path("figures/<str:id>/<year:year>/", figure_views.figure, name="figure"),
    path("verify/", views.verify, name="verify"),
    path("verify/verify_journal.py", views.verifier, name="verifier"),
]
