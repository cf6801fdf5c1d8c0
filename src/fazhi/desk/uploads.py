"""Where an uploaded sheet waits between its preview and its import: a folder of its own, for its uploader alone."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from fazhi.ledgers.api import Preview
from fazhi.ledgers.sheets import CellError

FOLDER = "uploads"
NOTE = "upload.json"
KEEP_SECONDS = 24 * 3600
MOST_BYTES = 20 * 1024 * 1024
TOKEN = re.compile(r"[0-9a-f]{32}")
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class Upload:
    """A sheet that has not been imported; `preview` None: nor looked at."""

    token: str
    ledger: str
    name: str
    user: int
    preview: Preview | None = None

    @property
    def folder(self) -> Path:
        return root() / self.token

    @property
    def path(self) -> Path:
        return self.folder / self.name

    def remember(self, preview: Preview | None) -> None:
        """Keep what the preview found, so that the page need not read the sheet again."""
        found = asdict(preview) if preview is not None else None
        note = {"ledger": self.ledger, "name": self.name, "user": self.user, "preview": found}
        (self.folder / NOTE).write_text(json.dumps(note, ensure_ascii=False, default=str), encoding="utf-8")

    def discard(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def root() -> Path:
    folder = Path(settings.VAR) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def keep(content: UploadedFile[Any], ledger: str, user: int) -> Upload:
    """Write the file under its own name; yesterday's forgotten ones are swept out first."""
    _sweep()
    upload = Upload(secrets.token_hex(16), ledger, safe_name(content.name or ""), user)
    upload.folder.mkdir(mode=0o700)
    with upload.path.open("wb") as out:
        for chunk in content.chunks():
            out.write(chunk)
    upload.remember(None)
    return upload


def kept(token: str, ledger: str, user: int | None) -> Upload | None:
    """The upload of that token, if it is this person's and of this ledger and still there."""
    if not TOKEN.fullmatch(token):
        return None
    note = root() / token / NOTE
    if not note.is_file():
        return None
    found = json.loads(note.read_text(encoding="utf-8"))
    if found["ledger"] != ledger or found["user"] != user:
        return None
    return Upload(token, ledger, found["name"], found["user"], _preview(found["preview"]))


def _preview(found: dict[str, Any] | None) -> Preview | None:
    if found is None:
        return None
    return Preview(**{**found, "errors": [CellError(**each) for each in found["errors"]]})


def safe_name(name: str) -> str:
    """The name as its owner knows it, without anything that could leave its folder."""
    clean = FORBIDDEN.sub("_", name.strip()).lstrip(".")
    return clean[-120:] or "sheet.xlsx"


def _sweep() -> None:
    for folder in _old():
        shutil.rmtree(folder, ignore_errors=True)


def _old() -> Iterator[Path]:
    for folder in root().iterdir():
        if folder.is_dir() and TOKEN.fullmatch(folder.name) and time.time() - folder.stat().st_mtime > KEEP_SECONDS:
            yield folder
