"""Doors: workshops."""

from flask import Blueprint

from lms.cohorts import models  # noqa: F401 - the tables belong to the application

bp = Blueprint("cohorts", __name__)
