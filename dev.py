"""Set up, run and test Egekh: `python3 dev.py run`, `python3 dev.py test`.

Needs nothing but Python 3.11 or newer; everything else goes into the folder .venv beside this file.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed-locks"
INSTANCE = Path(os.environ.get("LMS_INSTANCE_DIR") or ROOT / "instance")
DEMO = INSTANCE / "demo-log-ins.txt"  # empty while the demo still has to be loaded

Command = list[str]


class Stop(Exception):
    """Something that a person has to put right, said in one message."""


def say(words: str) -> None:
    print(f"· {words}", flush=True)


def call(command: Command, *, why: str, quietly: bool = False) -> None:
    """Run a command in the project's folder; Stop with `why` (and what it said) when it fails."""
    result = subprocess.run(command, cwd=ROOT, check=False, capture_output=quietly)
    if result.returncode != 0:
        if quietly:
            print((result.stdout + result.stderr).decode(errors="replace"), file=sys.stderr)
        raise Stop(f"{why} (exit code {result.returncode}): {' '.join(command)}")


# The tools: a virtual environment, Debian's packages, the locks.


def may_install() -> bool:
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_debian(packages: list[str], *, what_for: str) -> None:
    """Install Debian packages when we may, else say exactly which are missing."""
    names = " ".join(packages)
    if not may_install():
        raise Stop(f"{what_for} needs: {names}\n  On Debian or Ubuntu:  sudo apt-get install {names}")
    say(f"Installing Debian's {names} ({what_for})")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    call(["apt-get", "update"], why="apt-get could not read its package lists", quietly=True)
    getting = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    call(getting, why=f"apt-get could not install {names}", quietly=True)


def venv_works() -> bool:
    if not PYTHON.exists():
        return False
    probe = "import sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([str(PYTHON), "-c", probe], capture_output=True, check=False).returncode == 0


def make_venv() -> None:
    if venv_works():
        return
    say("Making .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    if uv := shutil.which("uv"):
        call([uv, "venv", "-q", "--python", sys.executable, str(VENV)], why="uv could not make .venv")
        return
    if find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        install_debian(["python3-venv"], what_for="Making a virtual environment")
    call([sys.executable, "-m", "venv", str(VENV)], why="Python could not make .venv")


def digest(lock: str) -> str:
    return f"{lock} {hashlib.sha256((ROOT / 'requirements' / f'{lock}.txt').read_bytes()).hexdigest()}"


def install(lock: str) -> None:
    """Install requirements/<lock>.txt into .venv, unless the very same file was installed before."""
    make_venv()
    installed = STAMP.read_text("utf-8").splitlines() if STAMP.exists() else []
    if digest(lock) in installed:
        return
    say(f"Installing requirements/{lock}.txt (once; takes a minute or two)")
    target = ["--require-hashes", "-r", str(ROOT / "requirements" / f"{lock}.txt")]
    if uv := shutil.which("uv"):
        call(
            [uv, "pip", "install", "-q", "--python", str(PYTHON), *target],
            why="uv could not install the packages",
        )
    else:
        pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
        call([*pip, *target], why="pip could not install the packages")
    holds = ["dev", "run"] if lock == "dev" else [lock]  # dev.txt holds all of run.txt
    STAMP.write_text("\n".join(digest(name) for name in holds) + "\n", "utf-8")


# python3 dev.py run


def flask(*words: str) -> Command:
    return [str(PYTHON), "-m", "flask", "--app", "wsgi", *words]


def prepare_database() -> None:
    """Bring the database up to date; a database that we make here gets the demo, once."""
    own = "LMS_DATABASE_URL" in os.environ
    if not own and not (INSTANCE / "egekh.sqlite3").exists():
        INSTANCE.mkdir(exist_ok=True)
        DEMO.write_text("", "utf-8")
    call(flask("db", "upgrade"), why="The database could not be brought up to date")
    if own or not DEMO.exists() or DEMO.read_text("utf-8"):
        return
    say("Loading the demo")
    loading = subprocess.run(flask("demo", "load"), cwd=ROOT, stdout=subprocess.PIPE, check=False)
    if loading.returncode != 0:
        raise Stop("The demo could not be loaded; `python3 dev.py run` tries again")
    DEMO.write_bytes(loading.stdout or b"The demo is loaded.\n")


def require_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Stop(
                f"{host}:{port} cannot be used ({error.strerror}); choose another: --port 8080"
            ) from error


def server(host: str, port: int) -> Command:
    if os.name == "nt":
        return [str(PYTHON), "-m", "waitress", f"--listen={host}:{port}", "--threads=8", "wsgi:app"]
    workers = ["-w", "2", "--threads", "4", "--log-level", "warning"]
    return [str(PYTHON), "-m", "gunicorn", *workers, "-b", f"{host}:{port}", "wsgi:app"]


def settle_settings(host: str, port: int) -> None:
    """What a start at one's own desk needs; whoever sets a variable keeps it."""
    os.environ.setdefault("LMS_ENV", "development")
    os.environ.setdefault("LMS_SECRET_KEY", secrets.token_hex(32))  # the same for every worker
    os.environ.setdefault("LMS_BASE_URL", f"http://{host}:{port}")
    os.environ.setdefault("LMS_TRUSTED_HOSTS", f"{host},127.0.0.1,localhost")


def run(host: str, port: int) -> int:
    require_free(host, port)
    install("run")
    settle_settings(host, port)
    prepare_database()
    if DEMO.exists():
        print(f"\n{DEMO.read_text('utf-8').strip()}")
    print(f"\n  http://{host}:{port}/    (Ctrl+C stops it)\n", flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    started = [subprocess.Popen(command, cwd=ROOT) for command in (server(host, port), flask("jobs", "work"))]
    try:
        return started[0].wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait()


# python3 dev.py check, python3 dev.py test


def checks() -> dict[str, Command]:
    python = str(PYTHON)
    contracts = "from importlinter.cli import lint_imports_command as check; check()"
    return {
        "ruff check": [python, "-m", "ruff", "check", "--quiet", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "--quiet", "."],
        "mypy": [python, "-m", "mypy", "--no-error-summary"],
        "lint-imports": [python, "-c", contracts, "--no-logo"],
    }


def check() -> int:
    install("dev")
    for name, command in checks().items():
        say(name)
        call(command, why=f"{name} found something to put right")
    return 0


def install_servers() -> None:
    """Get the tests what no Python package brings: a database server and a browser."""
    browsers = ("chromium", "chromium-browser", "google-chrome")
    postgres = list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    there = {
        "postgresql": "LMS_TEST_PG" in os.environ or shutil.which("initdb") or postgres,
        "chromium": "LMS_TEST_CHROMIUM" in os.environ or any(map(shutil.which, browsers)),
        "libatomic1": sys.platform != "linux" or find_library("atomic"),  # of Playwright's driver
    }
    missing = [package for package, found in there.items() if not found]
    if missing:
        install_debian(missing, what_for="The tests")


def test(arguments: list[str]) -> int:
    """Everything in order, coverage included; with arguments only pytest, with these arguments."""
    install("dev")
    install_servers()
    if not arguments:
        check()
        say("pytest")
        arguments = ["--cov"]
    return subprocess.run([str(PYTHON), "-m", "pytest", *arguments], cwd=ROOT, check=False).returncode


# python3 dev.py words, python3 dev.py lock


def words() -> int:
    """Gather the interface's words into translations/messages.pot and bring mn and en up to date.

    The application compiles the catalogues itself when it starts.
    """
    install("dev")
    babel, template = [str(PYTHON), "-m", "babel.messages.frontend", "-q"], "translations/messages.pot"
    form = ["--no-wrap", "--sort-by-file", "--add-location=file", "--omit-header", "-k", "lazy_gettext"]
    gathering = [*babel, "extract", "-F", "translations/babel.cfg", *form, "-o", template, "."]
    call(gathering, why="The words could not be gathered")
    for language in ("mn", "en"):
        known = ROOT / f"translations/{language}/LC_MESSAGES/messages.po"
        renewal = ["update", "--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date"]
        act = [*babel, *(renewal if known.exists() else ["init"]), "--no-wrap"]
        files = ["-i", template, "-d", "translations", "-l", language]
        call([*act, *files], why=f"The words of {language} could not be brought up to date")
    return 0


def lock() -> int:
    """Write requirements/*.txt anew from requirements/*.in; the files name no host."""
    uv = shutil.which("uv")
    if not uv:
        make_venv()
        call([str(PYTHON), "-m", "pip", "install", "-q", "uv"], why="uv could not be installed")
        uv = str(PYTHON.with_name("uv.exe" if os.name == "nt" else "uv"))
    plain = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"]
    for name in ("run", "dev"):
        files = [f"requirements/{name}.in", "-o", f"requirements/{name}.txt"]
        compiling = [uv, "pip", "compile", *plain, "-q", "--upgrade", "--python-version", "3.11", *files]
        call(compiling, why=f"requirements/{name}.in could not be resolved")
    return 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python3 dev.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    setting_up = commands.add_parser("setup", help="make .venv and install what the application needs")
    setting_up.add_argument("--dev", action="store_true", help="and what the tests and checks need")
    running = commands.add_parser("run", help="start the application with the demo")
    running.add_argument("--host", default="127.0.0.1")
    running.add_argument("--port", type=int, default=8000)
    commands.add_parser("check", help="ruff, mypy and the import contracts")
    testing = commands.add_parser(
        "test", help="all checks and all tests; with arguments only pytest", add_help=False
    )
    commands.add_parser("words", help="gather the interface's words into translations/")
    commands.add_parser("lock", help="write requirements/*.txt anew")
    known, rest = parser.parse_known_args(arguments)
    if rest and known.command != "test":
        testing.error(f"unknown: {' '.join(rest)}")
    if known.command == "setup":
        install("dev" if known.dev else "run")
        return 0
    if known.command == "run":
        return run(known.host, known.port)
    if known.command == "test":
        return test(rest)
    return {"check": check, "words": words, "lock": lock}[known.command]()


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("Egekh needs Python 3.11 or newer; this is " + sys.version.split()[0])
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(f"\n✗ {stop}")
    except KeyboardInterrupt:
        sys.exit(130)
