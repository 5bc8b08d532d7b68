"""The door for a WSGI server: `gunicorn wsgi:app`, `flask --app wsgi …`."""

import sys

from config import Config, ConfigProblems
from lms import create_app
from lms.content.cli import desk_app, is_desk_command
from lms.content.problems import ContentProblems

# Gunicorn gives up, instead of trying for ever, when a worker ends with this code.
CANNOT_START = 3

try:
    # The editor's commands must run just when the course is broken and the site does not start.
    app = desk_app(Config.from_env()) if is_desk_command() else create_app(Config.from_env())
except (ConfigProblems, ContentProblems) as problems:
    print(problems, file=sys.stderr)  # noqa: T201 - whoever starts it reads this, not a traceback
    raise SystemExit(CANNOT_START) from None
