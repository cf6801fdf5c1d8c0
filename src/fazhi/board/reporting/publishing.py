"""Publishing: the document, its files, each figure's cells and the frozen figures, in one transaction under one journal head."""

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from fazhi.board.headlines import headlines
from fazhi.board.reporting.cells import public_cells
from fazhi.board.reporting.drafting import PUBLIC, as_html
from fazhi.board.wording import value_in_words
from fazhi.figures.api import Publication, Result, Scope, freeze
from fazhi.journal.api import Fact, Head, append, checkpoint
from fazhi.papers.api import Document, render_docx, render_pdf
from fazhi.people.api import Ability, Sight
from fazhi.report.api import Composed, as_json, compose


class AlreadyPublished(ValueError):
    """The year has been published: what follows is a restatement."""


class NothingToRestate(ValueError):
    """The year has not been published yet, or no reason was given."""


Progress = Callable[[str], None]  # what is being done now


def unwatched(_: str) -> None:
    """Nobody asks how far it is."""


def publish(year: int, *, cutoff: date, by: Sight, progress: Progress = unwatched) -> Publication:
    """The first publication of a year. Raises NotAllowed, AlreadyPublished, and what compose raises."""
    if published(year):
        raise AlreadyPublished(f"{year}年度报告已经发布，数据有变化的，请在“更正”中重新发布并写明原因。")
    return _release(year, cutoff, by, "", progress)


def restate(year: int, *, cutoff: date, by: Sight, reason: str, progress: Progress = unwatched) -> Publication:
    """A later publication of the same year, saying why. Raises NotAllowed, NothingToRestate, and what compose raises."""
    if not reason.strip():
        raise NothingToRestate("请写明更正原因，原因随更正后的报告一并公开。")
    if not published(year):
        raise NothingToRestate(f"{year}年度报告尚未发布，无须更正，请直接发布。")
    return _release(year, cutoff, by, reason.strip(), progress)


def published(year: int) -> bool:
    return Publication.objects.filter(city=settings.CITY, year=year).exists()


def _release(year: int, cutoff: date, by: Sight, reason: str, progress: Progress) -> Publication:
    by.must(Ability.PUBLISH_REPORT)
    with transaction.atomic():
        progress("正在计算各项数据，生成正文")
        composed = compose(year, cutoff=cutoff, dated=timezone.localdate(), public=True)
        progress("正在分地区、分月计算，生成文件")
        stored = _stored(composed, cutoff, reason, checkpoint())
        progress("正在固定各项数据和明细")
        publication = freeze(
            composed.figures,
            year,
            title=composed.document.plain_title,
            cutoff=cutoff,
            by=by,
            document=stored,
            reason=reason,
        )
        _write_down(publication, stored, by)
    checkpoint()  # so that the record of the publication itself can be proved at once
    return publication


def _stored(composed: Composed, cutoff: date, reason: str, head: Head) -> dict[str, Any]:
    data = as_json(composed) | {
        "title": composed.document.plain_title,
        "cutoff": cutoff.isoformat(),
        "restated_because": reason,
        "journal": {"size": head.size, "root": head.root.hex(), "algorithm": head.algorithm},
    }
    return {
        "html": as_html(composed.document, composed.year, PUBLIC),
        "headlines": [each.id for each in headlines(composed.results) if each.id in composed.results],
        "figures": {id: _told(result) for id, result in composed.results.items()},
        "cells": public_cells(composed.figures, Scope(composed.year, cutoff=cutoff)),
        "files": _files(composed.document, data),
    }


def _told(result: Result) -> dict[str, str]:
    """What the public reads of a figure beside its frozen number."""
    each = result.figure
    return {
        "said": value_in_words(result),
        "kind": each.kind,
        "reading": each.reading,
        "note": each.note,
        "source": each.source,
    }


def _files(document: Document, data: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The files as published, kept whole: what is downloaded later is what was published."""
    written = {"docx": render_docx(document), "pdf": render_pdf(document, fonts=settings.FONTS).content}
    written["json"] = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
    return {
        kind: {"base64": base64.b64encode(content).decode(), "sha256": hashlib.sha256(content).hexdigest()}
        for kind, content in written.items()
    }


def _write_down(publication: Publication, stored: dict[str, Any], by: Sight) -> None:
    append(
        Fact(
            stream="publication",
            subject=publication.pk,
            seq=None,
            kind="report.restated" if publication.reason else "report.published",
            on=timezone.localdate(),
            at=timezone.now(),
            actor=by.who,
            data={
                "year": publication.year,
                "number": publication.number,
                "cutoff": publication.cutoff.isoformat(),
                "reason": publication.reason,
                "journal": publication.journal_size,
                "sha256": {kind: file["sha256"] for kind, file in stored["files"].items()},
            },
            city=publication.city,
        )
    )
