"""The doors of the room hang here."""

from flask import Blueprint

bp = Blueprint("cohorts", __name__)
