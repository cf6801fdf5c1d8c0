"""Public pages: the front, the reports with their files, and how to verify them without trusting this site."""

import json
from importlib import resources
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from fazhi.figures.api import Publication
from fazhi.journal.api import NotCovered, consistency, export_stream, head
from fazhi.portal.released import current, digests, file_of, headlines, release, releases

FILES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json; charset=utf-8",
}


def front(request: HttpRequest) -> HttpResponse:
    """The newest report, its main figures, and the years before it."""
    listed = current()
    context: dict[str, Any] = {"listed": listed}
    if listed:
        publication = release(listed[0].year)
        context |= {
            "publication": publication,
            "headlines": headlines(publication),
            "count": publication.figures.count(),
        }
    return render(request, "portal/front.html", context)


def reports(request: HttpRequest) -> HttpResponse:
    """The report in force of each year."""
    return render(request, "portal/reports.html", {"listed": current()})


def report(request: HttpRequest, year: int, number: int | None = None) -> HttpResponse:
    """A report as published; an earlier publication says that it has been restated."""
    publication = release(year, number)
    context = {
        "publication": publication,
        # written by our own renderer when it was published: every run of text was escaped there
        "paper": mark_safe(publication.document.get("html", "")),
        "digests": digests(publication),
        "versions": list(releases(year)),
        "crumbs": [("年度报告", reverse("portal:reports"))],
    }
    return render(request, "portal/report.html", context)


def report_file(request: HttpRequest, year: int, number: int, kind: str) -> HttpResponse:
    """A file byte for byte as published."""
    if kind not in FILES:
        raise Http404("只提供Word、PDF和JSON三种格式。")
    publication = release(year, number)
    name = (
        f"{publication.title}.{kind}" if publication.number == 1 else f"{publication.title}（第{number}次发布）.{kind}"
    )
    return _download(file_of(publication, kind), FILES[kind], name)


def record(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """The journal's record of a publication with its proofs, for the offline verifier."""
    publication = release(year, number)
    try:
        exported = export_stream("publication", publication.pk)
    except NotCovered as error:
        raise Http404(str(error)) from None
    content = json.dumps(exported, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return _download(content, FILES["json"], f"publication-{year}-{number}.json")


def verify(request: HttpRequest) -> HttpResponse:
    """The newest head of the journal, each publication's head, and whether the one still begins the other."""
    now = head()
    listed = [(each, _begins(each, now.size)) for each in releases()]
    return render(request, "portal/verify.html", {"head": now, "root": now.root.hex(), "listed": listed})


def _begins(publication: Publication, size: int) -> bool:
    """Whether the journal under which a report was published is the beginning of the present one, root and all."""
    proof = consistency(publication.journal_size, size)
    return proof.old_root.hex() == publication.journal_root and proof.holds()


def verifier(request: HttpRequest) -> HttpResponse:
    """The offline verifier: one file, nothing to install."""
    content = resources.files("fazhi.journal").joinpath("offline/verify_journal.py").read_bytes()
    return _download(content, "text/x-python; charset=utf-8", "verify_journal.py")


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Type": kind, "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return HttpResponse(content, headers=headers)
