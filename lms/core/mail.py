"""Sending a letter where a mail server is configured."""

import smtplib
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

TIMEOUT_S = 15


def send(smtp_url: str, *, sender: str, to: str, subject: str, text: str) -> None:
    """Hand one plain-text letter to the server of `smtp_url`.

    Raises `OSError` or `smtplib.SMTPException` when it was not taken; `ValueError` when an
    address or the subject holds a line break.
    """
    server = urlsplit(smtp_url)
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = sender, to, subject
    letter.set_content(text)
    kind = smtplib.SMTP_SSL if server.scheme == "smtps" else smtplib.SMTP
    with kind(server.hostname or "localhost", server.port or 0, timeout=TIMEOUT_S) as connection:
        if server.scheme == "smtp" and connection.has_extn("starttls"):
            connection.starttls()
        if server.username:
            connection.login(unquote(server.username), unquote(server.password or ""))
        connection.send_message(letter)
