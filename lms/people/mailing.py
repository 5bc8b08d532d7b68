"""Letters of the room."""

from flask import current_app, url_for

from lms.core import mail
from lms.core.i18n import gettext, in_language
from lms.core.jobs import enqueue, job
from lms.people.models import Account


def send_reset_link(account: Account, secret: str) -> None:
    """Queue the letter with the link, in the language of the account."""
    settings = current_app.extensions["settings"]
    address = settings.base_url + url_for("people.reset_by_link", secret=secret)
    with in_language(account.language):
        subject = gettext("A new password for Egekh")
        text = gettext(
            "Good day,\n\nSet a new password here within 30 minutes:\n%(address)s\n\n"
            "If you did not ask for it, you need do nothing.\n\nEgekh",
            address=address,
        )
    enqueue("mail", to=account.person.email, subject=subject, text=text)


@job("mail")
def send_mail(*, to: str, subject: str, text: str) -> None:
    """Hand one letter to the mail server."""
    settings = current_app.extensions["settings"]
    mail.send(settings.smtp_url, sender=settings.mail_from, to=to, subject=subject, text=text)
