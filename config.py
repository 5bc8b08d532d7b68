"""Settings: read once from the environment, checked at start, each wrong one named."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent
ISSUER_MN = "Эгэх сургалтын баг"
ISSUER_EN = "Egekh training team"

Environment = Literal["development", "production"]


class ConfigProblems(Exception):
    """Every wrong setting of this start, one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("Wrong settings:\n" + "\n".join(f"  - {problem}" for problem in problems))


@dataclass(frozen=True, slots=True)
class Config:
    """All that may differ between two installations.

    Addresses are without a trailing slash; `smtp_url` is `smtp://user:password@host:port`
    (or `smtps://`), empty where no mail can be sent.
    """

    environment: Environment = "production"
    secret_key: str = ""
    base_url: str = ""
    instance_dir: Path = ROOT / "instance"
    database_url: str = ""
    trusted_hosts: tuple[str, ...] = ()
    proxies: int = 0
    smtp_url: str = ""
    mail_from: str = ""
    runs_jobs_at_once: bool = False
    issuer_mn: str = ISSUER_MN
    issuer_en: str = ISSUER_EN
    modules_dir: Path = field(default=ROOT / "modules")
    quizzes_dir: Path = field(default=ROOT / "quizzes")
    translations_dir: Path = field(default=ROOT / "translations")
    static_dir: Path = field(default=ROOT / "static")

    @property
    def is_production(self) -> bool:
        return self.environment == "production"

    @property
    def secure(self) -> bool:
        """Whether people reach us over TLS."""
        return self.base_url.startswith("https://")

    @property
    def host(self) -> str:
        return urlsplit(self.base_url).netloc

    @property
    def sends_mail(self) -> bool:
        return bool(self.smtp_url)

    @property
    def database(self) -> str:
        """The database's URL; without one, a SQLite file in the instance folder."""
        return self.database_url or f"sqlite:///{self.instance_dir / 'egekh.sqlite3'}"

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> "Config":
        """Read `LMS_…` and check it.

        Raises `ConfigProblems` with all that is wrong at once.
        """
        values = os.environ if environ is None else environ
        problems: list[str] = []
        environment = _environment(values, problems)
        base_url = values.get("LMS_BASE_URL", "").rstrip("/")
        if not base_url and environment == "development":
            base_url = "http://127.0.0.1:8000"
        instance = Path(values.get("LMS_INSTANCE_DIR") or ROOT / "instance").resolve()
        config = cls(
            environment=environment,
            secret_key=values.get("LMS_SECRET_KEY", "") or _development_key(environment),
            base_url=base_url,
            instance_dir=instance,
            database_url=_database_url(values.get("LMS_DATABASE_URL", "").strip()),
            trusted_hosts=_hosts(values.get("LMS_TRUSTED_HOSTS", ""), base_url),
            proxies=_number(values, "LMS_PROXIES", problems),
            smtp_url=values.get("LMS_SMTP_URL", "").strip(),
            mail_from=values.get("LMS_MAIL_FROM", "").strip(),
            issuer_mn=values.get("LMS_ISSUER_MN", "").strip() or ISSUER_MN,
            issuer_en=values.get("LMS_ISSUER_EN", "").strip() or ISSUER_EN,
        )
        problems += config.problems()
        if problems:
            raise ConfigProblems(problems)
        return config

    def problems(self) -> list[str]:
        """What is wrong with these values, one sentence each; empty when they can be used."""
        found = []
        if len(self.secret_key) < 32:
            found.append("LMS_SECRET_KEY must have at least 32 characters; keep it the same between starts.")
        address = urlsplit(self.base_url)
        if address.scheme not in ("http", "https") or not address.netloc:
            found.append("LMS_BASE_URL must be the public address, for example https://egekh.example.mn.")
        elif self.is_production and not self.secure and address.hostname not in ("127.0.0.1", "localhost"):
            found.append("LMS_BASE_URL must begin with https:// in production.")
        if self.database_url and not self.database_url.startswith(("sqlite:", "postgresql+psycopg:")):
            found.append("LMS_DATABASE_URL must begin with sqlite: or postgresql:.")
        if self.smtp_url and urlsplit(self.smtp_url).scheme not in ("smtp", "smtps"):
            found.append("LMS_SMTP_URL must begin with smtp:// or smtps://.")
        if self.smtp_url and "@" not in self.mail_from:
            found.append("LMS_MAIL_FROM must be an e-mail address where LMS_SMTP_URL is set.")
        return found


def _environment(values: Mapping[str, str], problems: list[str]) -> Environment:
    match values.get("LMS_ENV", "production"):
        case "development":
            return "development"
        case "production":
            return "production"
        case other:
            problems.append(f"LMS_ENV must be development or production, not “{other}”.")
            return "production"


def _development_key(environment: Environment) -> str:
    """A key that lives as long as this process: fine at a desk, refused in production."""
    return secrets.token_hex(32) if environment == "development" else ""


def _hosts(text: str, base_url: str) -> tuple[str, ...]:
    named = tuple(host.strip() for host in text.split(",") if host.strip())
    own = urlsplit(base_url).hostname
    return named or ((own,) if own else ())


def _number(values: Mapping[str, str], name: str, problems: list[str]) -> int:
    text = values.get(name, "0").strip() or "0"
    if text.isdecimal() and int(text) <= 9:
        return int(text)
    problems.append(f"{name} must be a number from 0 to 9, not “{text}”.")
    return 0


def _database_url(text: str) -> str:
    """Name the driver that we ship, so that the plain `postgresql://` of a hosting page works."""
    for plain in ("postgresql://", "postgres://"):
        if text.startswith(plain):
            return "postgresql+psycopg://" + text.removeprefix(plain)
    return text
