"""How every sub-command of `fazhi` speaks: one sentence and exit 2 for input it cannot use, JSON on request."""

import json
from typing import IO, Any

import click


class Unusable(click.ClickException):
    """Input that cannot be used; the message is the sentence the user reads."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, err=True)


def as_json(data: object) -> str:
    """One line, Chinese as it is."""
    return json.dumps(data, ensure_ascii=False)


__all__ = ["Unusable", "as_json"]
