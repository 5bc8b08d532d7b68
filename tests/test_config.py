"""Settings: all that is wrong is named at once, and nothing starts half-right."""

from pathlib import Path

import pytest

from config import Config, ConfigProblems
from lms import create_app

GOOD = {
    "LMS_SECRET_KEY": "k" * 32,
    "LMS_BASE_URL": "https://egekh.example.mn/",
}


def problems(**changes: str) -> list[str]:
    with pytest.raises(ConfigProblems) as found:
        Config.from_env({**GOOD, **changes})
    return found.value.problems


def test_good_settings_are_taken():
    config = Config.from_env(GOOD | {"LMS_PROXIES": "1", "LMS_TRUSTED_HOSTS": "a.mn, b.mn"})
    assert (config.base_url, config.secure, config.host) == (
        "https://egekh.example.mn",
        True,
        "egekh.example.mn",
    )
    assert (config.is_production, config.proxies, config.trusted_hosts) == (True, 1, ("a.mn", "b.mn"))
    assert config.database.startswith("sqlite:///")
    assert not config.sends_mail


def test_development_needs_nothing(tmp_path):
    config = Config.from_env({"LMS_ENV": "development", "LMS_INSTANCE_DIR": str(tmp_path)})
    assert (config.base_url, config.trusted_hosts) == ("http://127.0.0.1:8000", ("127.0.0.1",))
    assert config.instance_dir == tmp_path


@pytest.mark.parametrize("url", ["postgres://h/d", "postgresql://h/d", "postgresql+psycopg://h/d"])
def test_postgresql_is_one_url(url):
    assert Config.from_env(GOOD | {"LMS_DATABASE_URL": url}).database == "postgresql+psycopg://h/d"


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"LMS_ENV": "staging"}, "LMS_ENV"),
        ({"LMS_SECRET_KEY": "short"}, "LMS_SECRET_KEY"),
        ({"LMS_BASE_URL": ""}, "LMS_BASE_URL"),
        ({"LMS_BASE_URL": "http://egekh.example.mn"}, "LMS_BASE_URL"),
        ({"LMS_DATABASE_URL": "mysql://h/d"}, "LMS_DATABASE_URL"),
        ({"LMS_PROXIES": "many"}, "LMS_PROXIES"),
        ({"LMS_SMTP_URL": "http://h"}, "LMS_SMTP_URL"),
        ({"LMS_SMTP_URL": "smtp://h"}, "LMS_MAIL_FROM"),
    ],
)
def test_a_wrong_setting_is_named(changes, name):
    assert any(name in problem for problem in problems(**changes))


def test_all_wrong_settings_are_named_at_once():
    found = problems(LMS_SECRET_KEY="", LMS_BASE_URL="egekh", LMS_PROXIES="-1")
    assert len(found) == 3


def test_the_application_does_not_start_with_them():
    with pytest.raises(ConfigProblems):
        create_app(Config(secret_key="", base_url="https://egekh.example.mn", instance_dir=Path("nowhere")))
