"""Egekh: the training on social accountability in Mongolia's budget process."""

from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from config import Config, ConfigProblems
from lms.assessment import views as assessment
from lms.assessment.words import add_filters
from lms.certificates import views as certificates
from lms.cohorts import views as cohorts
from lms.content import cli as content_commands
from lms.content.loader import load
from lms.content.store import put_course
from lms.core.access import refuse_undeclared_routes
from lms.core.assets import serve_assets
from lms.core.browser_sessions import DatabaseSessions
from lms.core.db import open_database
from lms.core.errors import handle_errors
from lms.core.flashes import carry_flashes
from lms.core.forms import open_forms
from lms.core.headers import protect
from lms.core.i18n import open_catalogues
from lms.core.jobs import open_jobs
from lms.home import cli as commands
from lms.home import views as home
from lms.learning import views as learning
from lms.learning.papers import open_papers
from lms.people import views as people
from lms.people.signing_in import open_sign_in
from lms.progress import views as progress

MEGABYTE = 1024 * 1024


def create_app(config: Config) -> Flask:
    """Build the application for one set of settings.

    Raises `ConfigProblems`, `ContentProblems` or `UndeclaredAudience`, each with all that is
    wrong at once: the site does not start half-right.
    """
    if problems := config.problems():
        raise ConfigProblems(problems)
    app = Flask(__name__, static_folder=None, instance_path=str(config.instance_dir))
    app.extensions["settings"] = config
    app.config.update(
        SECRET_KEY=config.secret_key,
        SESSION_COOKIE_SECURE=config.secure,
        TRUSTED_HOSTS=list(config.trusted_hosts) or None,
        MAX_CONTENT_LENGTH=2 * MEGABYTE,
        WTF_CSRF_TIME_LIMIT=None,  # a form lives as long as the visit
    )
    config.instance_dir.mkdir(parents=True, exist_ok=True)
    open_database(app, config.database, str(Path(__file__).parent / "migrations"))
    app.session_interface = DatabaseSessions()
    open_catalogues(app, config.translations_dir)
    open_forms(app)
    carry_flashes(app)
    protect(app, secure=config.secure)
    handle_errors(app)
    open_jobs(app, config.instance_dir / "jobs.sqlite3", immediate=config.runs_jobs_at_once)

    with app.app_context():  # what is wrong with the course is said in Mongolian
        course = load(config.modules_dir, config.quizzes_dir)
    put_course(app, course)
    media = {module.folder: config.modules_dir / module.folder / "media" for module in course.modules}
    open_papers(app, config.instance_dir / "papers")
    serve_assets(app, config.static_dir, config.instance_dir / "assets", media)

    open_sign_in(app)
    for room in (people, assessment, learning, cohorts, progress, certificates, home):
        app.register_blueprint(room.bp)
    app.context_processor(home.context)
    add_filters(app)
    content_commands.add_to(app)
    commands.add_to(app)
    refuse_undeclared_routes(app)
    if config.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=config.proxies, x_proto=config.proxies, x_host=config.proxies
        )
    return app
