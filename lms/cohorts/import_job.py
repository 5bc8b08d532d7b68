"""Long lists are written by the worker; how far it is stands in a small file beside the database."""

from pathlib import Path

from flask import current_app

from lms.cohorts.queries import imports
from lms.cohorts.services.importing import write_import
from lms.core.clock import now
from lms.core.db import db
from lms.core.errors import Refusal
from lms.core.jobs import job
from lms.people import queries as people

JOB = "write list"
LONG = 1_000  # rows; fewer are written while one waits
_STEP = 50
FAILED = "failed"


@job(JOB)
def write_list(*, batch_id: int, account_id: str) -> None:
    """Write a confirmed list: all or nothing, also here."""
    batch, account = imports.batch_by_id(batch_id), people.account_by_id(account_id)
    if batch is None or account is None:
        return
    path = _path(batch.public_id)

    def tell(done: int, every: int) -> None:
        if done % _STEP == 0:
            path.write_text(f"{done}/{every}", "utf-8")

    try:
        write_import(batch, by=account, at=now(), progress=tell)
        db.session.commit()
    except Refusal as refusal:
        db.session.rollback()
        path.write_text(f"{FAILED}: {refusal.sentence}", "utf-8")
    else:
        path.unlink(missing_ok=True)


def begin(public_id: str, every: int) -> None:
    """Note that a list waits for the worker."""
    path = _path(public_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"0/{every}", "utf-8")


def how_far(public_id: str) -> tuple[int, int] | str | None:
    """(done, all) while a list is being written, words when it was refused, None when it does not run."""
    path = _path(public_id)
    if not path.exists():
        return None
    text = path.read_text("utf-8")
    if text.startswith(FAILED):
        path.unlink(missing_ok=True)
        return text.removeprefix(FAILED).strip(": ")
    done, _, every = text.partition("/")
    return (int(done), int(every)) if every.isdecimal() else (0, 0)


def _path(public_id: str) -> Path:
    return Path(current_app.instance_path) / "imports" / public_id
