"""Every change of accounts, posts, mandates, bodies and places of the city, newest first: for auditors and the city's administrators."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from fazhi.desk.people.history import subjects_of, told
from fazhi.journal.api import Entry
from fazhi.look.api import page_by_id, sight
from fazhi.people.api import STREAMS, Ability, NotAllowed, Sight
from fazhi.registers.api import this_city


def may_read(by: Sight) -> bool:
    """Whoever verifies the journal for the whole city, or administers it."""
    audits = by.may(Ability.VERIFY_JOURNAL) and by.whole_city
    return audits or (by.may(Ability.ADMINISTER) and by.administers.whole_city)


@require_GET
def change_list(request: HttpRequest) -> HttpResponseBase:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    by = sight(request)
    if not may_read(by):
        raise NotAllowed(
            "授权变更记录由市级系统管理员和审计监督人员查看；本人管理范围内的变更，请在人员和单位的页面上查看。"
        )
    entries = Entry.objects.filter(stream__in=STREAMS, city=this_city()).select_related("sealed")
    page = page_by_id(request, entries)
    context = {"page": page, "changes": told(page.rows, subjects_of(page.rows)), "linked": by.may(Ability.ADMINISTER)}
    return render(request, "desk/people/changes.html", context)
