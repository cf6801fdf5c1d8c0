"""The addresses of the staff site."""

from django.urls import path

from fazhi.desk import entrance, jobs, today
from fazhi.desk.cases import assigning, file, limits, opening
from fazhi.desk.ledgers import batches, sheet
from fazhi.desk.notices import pages
from fazhi.desk.people import urls as people
from fazhi.desk.registers import lists, row

app_name = "desk"
urlpatterns = [
    path("login/", entrance.Login.as_view(), name="login"),
    path("logout/", entrance.Logout.as_view(), name="logout"),
    path("desk/", entrance.home, name="home"),
    path("desk/cases/", today.today, name="today"),
    path("desk/cases/assign/", assigning.assign_several, name="assign_several"),
    path("desk/cases/new/", opening.choose, name="open_choose"),
    path("desk/cases/new/<str:code>/", opening.open_page, name="open"),
    path("desk/cases/<int:pk>/", file.case_page, name="case"),
    path("desk/cases/<int:pk>/steps/<str:step>/", file.take_step, name="step"),
    path("desk/cases/<int:pk>/retract/", file.take_back, name="retract"),
    path("desk/cases/<int:pk>/assign/", assigning.assign_case, name="assign"),
    path("desk/cases/<int:pk>/limits/<int:run>/", limits.limit_page, name="limit"),
    path("desk/ledgers/", sheet.ledger_list, name="ledgers"),
    path("desk/ledgers/batches/", batches.batch_list, name="batches"),
    path("desk/ledgers/batches/<int:pk>/", batches.batch_page, name="batch"),
    path("desk/ledgers/batches/<int:pk>/reverse/", batches.take_back, name="take_back"),
    path("desk/ledgers/<str:code>/", sheet.ledger_page, name="ledger"),
    path("desk/ledgers/<str:code>/template/", sheet.ledger_template, name="template"),
    path("desk/ledgers/<str:code>/export/", sheet.ledger_export, name="export"),
    path("desk/ledgers/<str:code>/upload/", sheet.upload, name="upload"),
    path("desk/ledgers/<str:code>/preview/<str:token>/", sheet.preview_page, name="preview"),
    path("desk/ledgers/<str:code>/preview/<str:token>/marked/", sheet.marked_copy, name="marked"),
    path("desk/ledgers/<str:code>/preview/<str:token>/import/", sheet.take_in, name="take_in"),
    path("desk/jobs/", jobs.job_list, name="jobs"),
    path("desk/jobs/<int:pk>/", jobs.job_page, name="job"),
    path("desk/jobs/<int:pk>/progress/", jobs.job_progress, name="job_progress"),
    path("desk/jobs/<int:pk>/again/", jobs.again, name="job_again"),
    path("desk/jobs/<int:pk>/cancel/", jobs.cancel, name="job_cancel"),
    path("desk/notices/", pages.notice_list, name="notices"),
    path("desk/notices/add/", pages.add_page, name="notice_add"),
    path("desk/notices/<year:year>/withdraw/", pages.withdraw_page, name="notice_withdraw"),
    path("desk/registers/", lists.overview, name="registers"),
    path("desk/registers/<str:label>/", lists.table_page, name="table"),
    path("desk/registers/<str:label>/compare/", lists.compare, name="compare"),
    path("desk/registers/<str:label>/<int:pk>/", row.row_page, name="row"),
    path("desk/registers/<str:label>/<int:pk>/amend/", row.amend_page, name="amend"),
    path("desk/registers/<str:label>/<int:pk>/end/", row.end_line, name="end"),
    path("desk/registers/<str:label>/<int:pk>/strike/", row.strike, name="strike"),
    *people.addresses,
]
