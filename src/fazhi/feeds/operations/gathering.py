"""All operations of this installation, gathered once every domain has declared itself."""

from functools import cache

from fazhi.feeds.openapi import document
from fazhi.feeds.operation import Answer, Call, Operation, Routes
from fazhi.feeds.operations import (
    callers,
    figures,
    histories,
    log,
    opening,
    procedures,
    published,
    reading_cases,
    reckoning,
    registers,
    stepping,
)
from fazhi.feeds.told import OBJECT

PARTS = (
    procedures, opening, histories, reading_cases, stepping, registers, figures, published, reckoning, log, callers,
)  # fmt: skip


@cache
def routes() -> Routes:
    described = Operation(
        "GET", "/openapi.json", "openapi", "说明", "本接口的OpenAPI文件", _document, {200: OBJECT}, public=True
    )
    return Routes([*(each for part in PARTS for each in part.operations()), described])


def _document(call: Call) -> Answer:
    return Answer(whole_document())


@cache
def whole_document() -> dict[str, object]:
    """The OpenAPI document; it changes only with the program."""
    return document(routes())
