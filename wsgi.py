"""The door for a WSGI server: `gunicorn wsgi:app`, `flask --app wsgi …`."""

from config import Config
from lms import create_app

app = create_app(Config.from_env())
