"""Doors for the people who run it: `flask accounts …`, `flask demo load`, `flask jobs work`."""

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from lms.certificates.services import Issuer
from lms.core import jobs
from lms.core.clock import now
from lms.core.db import db
from lms.home import demo
from lms.people import queries, services
from lms.people.forms import check_new_password
from lms.people.models import Account, Purpose
from lms.people.roles import Role
from lms.people.services import NewPerson
from lms.people.sign_in_names import clean_email, clean_phone, read_sign_in_name

accounts = AppGroup("accounts", help="Accounts and their roles.")
demonstration = AppGroup("demo", help="A believable demonstration.")
work = AppGroup("jobs", help="Work that waits in the queue.")


def add_to(app: Flask) -> None:
    for group in (accounts, demonstration, work):
        app.cli.add_command(group)


@accounts.command("create-administrator")
@click.option("--family-name", prompt="Family name")
@click.option("--given-name", prompt="Given name")
@click.option("--email", default="", help="One of e-mail and phone is enough.")
@click.option("--phone", default="")
@click.password_option()
def create_administrator(family_name: str, given_name: str, email: str, phone: str, password: str) -> None:
    """Create an administrator; prints the names that sign in."""
    _refuse_unless(bool(email or phone), "Give --email or --phone.")
    _refuse_unless(not email or clean_email(email) is not None, f"“{email}” is not an e-mail address.")
    _refuse_unless(
        not phone or clean_phone(phone) is not None, f"“{phone}” is not a phone number of 8 digits."
    )
    try:
        check_new_password(password, email, phone)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    account = services.register(
        NewPerson(family_name, given_name, phone=clean_phone(phone), email=clean_email(email)),
        password=password,
        purposes={Purpose.REGISTER},
        language="mn",
        at=now(),
        role=Role.ADMINISTRATOR,
    )
    names = ", ".join(name.value for name in queries.sign_in_names_of(account))
    db.session.commit()
    click.echo(f"Administrator created. Signs in with: {names}")


@accounts.command("give-role")
@click.argument("name")
@click.argument("role", type=click.Choice([role.value for role in Role]))
def give_role(name: str, role: str) -> None:
    """Give ROLE to the account that signs in with NAME (phone, e-mail or personal code)."""
    account = _account(name)
    services.give_role(account, Role(role), by=None)
    db.session.commit()
    click.echo(f"{account.person.full_name}: {role}")


@demonstration.command("load")
def load_demo() -> None:
    """Load the demonstration: learners in several regions, with progress and certificates."""
    _refuse_unless(
        not current_app.extensions["settings"].is_production,
        "The demonstration has known passwords: load it only where LMS_ENV is development.",
    )
    _refuse_unless(
        queries.count_people() == 0, "The database already holds people; the demonstration was not loaded."
    )
    settings = current_app.extensions["settings"]
    log_ins = demo.load(Issuer(settings.issuer_mn, settings.base_url, settings.host), at=now())
    db.session.commit()
    for line in log_ins:
        click.echo(line)


@work.command("work")
def work_jobs() -> None:
    """Carry out waiting jobs (letters) until stopped."""
    jobs.work(current_app)


def _account(name: str) -> Account:
    read = read_sign_in_name(name)
    account = queries.account_by_sign_in_name(*read) if read else None
    if account is None:
        raise click.ClickException(f"Nobody signs in with “{name}”.")
    return account


def _refuse_unless(holds: bool, sentence: str) -> None:
    if not holds:
        raise click.ClickException(sentence)
