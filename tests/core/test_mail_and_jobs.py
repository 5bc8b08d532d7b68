"""Letters and the queue, with a real mail server of our own on this machine."""

import socketserver
import threading

import pytest

from lms.core import jobs, mail


class OneLetter(socketserver.StreamRequestHandler):
    """Speaks just enough SMTP to take letters."""

    def handle(self):
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.upper()
            if word.startswith("EHLO"):
                self.say("250-here\r\n250 AUTH PLAIN" if self.server.wants_login else "250 here")
            elif word.startswith("AUTH"):
                self.server.logins.append(line)
                self.say("235 welcome")
            elif word == "DATA":
                self.say("354 go on")
                letter = []
                while (part := self.rfile.readline()) != b".\r\n":
                    letter.append(part)
                self.server.letters.append(b"".join(letter))
                self.say("250 kept")
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture
def server():
    with socketserver.TCPServer(("127.0.0.1", 0), OneLetter) as listening:
        listening.letters, listening.logins, listening.wants_login = [], [], False
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield listening
        listening.shutdown()
        thread.join()


def send(server, user="", **changes):
    letter = {
        "sender": "egekh@egekh.test",
        "to": "bold@egekh.test",
        "subject": "Шинэ нууц үг",
        "text": "Сайн уу",
    }
    mail.send(f"smtp://{user}127.0.0.1:{server.server_address[1]}", **{**letter, **changes})


def test_a_letter_arrives_in_mongolian(server):
    from email import message_from_bytes, policy

    send(server)
    letter = message_from_bytes(server.letters[0], policy=policy.default)
    assert (letter["Subject"], letter.get_content().strip()) == ("Шинэ нууц үг", "Сайн уу")


def test_a_server_that_wants_a_name_gets_it(server):
    server.wants_login = True
    send(server, user="egekh:p%40ss@")
    assert len(server.logins) == 1


def test_a_server_that_can_encrypt_is_asked_to(server, monkeypatch):
    import smtplib

    asked = []
    monkeypatch.setattr(smtplib.SMTP, "has_extn", lambda self, name: name == "starttls")
    monkeypatch.setattr(smtplib.SMTP, "starttls", lambda self: asked.append(True))
    send(server)
    assert asked == [True]


def test_nobody_smuggles_a_header_in(server):
    with pytest.raises(ValueError, match=r"linefeed|newline|header"):
        send(server, subject="x\nBcc: everybody@egekh.test")


def test_a_job_runs_inside_the_application(app):
    seen = []
    jobs.job("test-note")(lambda **words: seen.append(words))
    jobs.enqueue("test-note", word="энд")
    assert seen == [{"word": "энд"}]
    del jobs.JOBS["test-note"]


def test_waiting_jobs_are_carried_out(app, monkeypatch):
    ran = []

    class Consumer:
        def run(self):
            ran.append(True)

    monkeypatch.setattr(app.extensions["jobs"], "create_consumer", lambda **_: Consumer())
    jobs.work(app)
    assert ran == [True]
