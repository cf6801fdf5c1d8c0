"""`fazhi verify`: what can be proved without trusting the machine that says so."""

import click

from fazhi.casework.verify_command import verify_records_command
from fazhi.journal.command import verify_journal_command


@click.group()
def verify() -> None:
    """核验：日志是否完整、未被改动，各表的数据是否与日志一致。"""


verify.add_command(verify_journal_command, "journal")
verify.add_command(verify_records_command, "records")
