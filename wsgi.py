"""The door for a WSGI server: `gunicorn wsgi:app`, `flask --app wsgi …`."""

from config import Config
from lms import create_app
from lms.content.cli import desk_app, is_desk_command

# The editor's commands must run just when the course is broken and the site does not start.
app = desk_app(Config.from_env()) if is_desk_command() else create_app(Config.from_env())
