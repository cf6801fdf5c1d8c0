"""The one refusal of the command line: a sentence on standard error, and exit 2."""

from typing import IO, Any

import click


class Unusable(click.ClickException):
    """Input that cannot be used; the message is the sentence the user reads."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, err=True)
