"""Work that need not be done before the answer: huey over a SQLite file of its own.

A room names its jobs with `@job`; a view enqueues one after the commit. `flask jobs work`
carries them out.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from huey import SqliteHuey

Job = Callable[..., None]
JOBS: dict[str, Job] = {}
RETRIES, RETRY_DELAY_S = 3, 60


def job(name: str) -> Callable[[Job], Job]:
    """Name a function that may run later; its arguments are plain values."""

    def keep(function: Job) -> Job:
        JOBS[name] = function
        return function

    return keep


def open_jobs(app: Flask, path: Path, *, immediate: bool) -> None:
    """Use the queue in `path`; `immediate` runs each job at once (tests)."""
    huey = SqliteHuey(
        "egekh", filename=str(path), immediate=immediate, immediate_use_memory=False, fsync=True
    )

    def run(name: str, arguments: dict[str, Any]) -> None:
        with app.app_context():
            JOBS[name](**arguments)

    app.extensions["jobs"] = huey
    app.extensions["run_job"] = huey.task(retries=RETRIES, retry_delay=RETRY_DELAY_S, name="run")(run)


def enqueue(name: str, **arguments: Any) -> None:
    """Put a job in the queue; call it after the commit of what it tells about."""
    current_app.extensions["run_job"](name, arguments)


def work(app: Flask) -> None:
    """Carry out jobs until stopped."""
    app.extensions["jobs"].create_consumer(workers=1, periodic=False, check_worker_health=False).run()
