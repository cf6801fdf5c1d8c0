"""The addresses of the board."""

from django.urls import path

from fazhi.board import check_views, figure_views, home_views, publish_views, report_views

app_name = "board"
urlpatterns = [
    path("", home_views.home, name="home"),
    path("late/", home_views.late, name="late"),
    path("figures/", figure_views.figures, name="figures"),
    path("figures/<str:id>/", figure_views.figure_page, name="figure"),
    path("figures/<str:id>/rows.xlsx", figure_views.sheet, name="sheet"),
    path("report/", report_views.reports, name="reports"),
    path("report/<year:year>/", report_views.report, name="report"),
    path("report/<year:year>/report.<str:kind>", report_views.report_file, name="report_file"),
    path("report/<year:year>/confirm/", report_views.confirmations, name="confirmations"),
    path("report/<year:year>/confirm/do/", report_views.confirm_figures, name="confirm"),
    path("report/<year:year>/check/", check_views.check_text, name="check"),
    path("report/<year:year>/publish/", publish_views.publish_report, name="publish"),
    path("report/<year:year>/restate/", publish_views.restate_report, name="restate"),
    path("report/<year:year>/history/", report_views.history, name="history"),
]
