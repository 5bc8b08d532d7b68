"""What one certificate says: the snapshot that is kept, and all that its drawing depends on."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from lms.certificates.wording import TEMPLATE_VERSION
from lms.progress.rules import Way


@dataclass(frozen=True, slots=True)
class EarnedModule:
    """One module as it stood on the day of issue."""

    number: int
    title_mn: str
    title_en: str
    way: Way
    earned_on: date

    def title(self, language: str) -> str:
        return self.title_mn if language == "mn" else self.title_en

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "EarnedModule":
        earned_on = date.fromisoformat(data["earned_on"])
        return cls(**{**data, "way": Way(data["way"]), "earned_on": earned_on})


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """Everything printed on a certificate.

    `language` is mn or en. `verify_url` (https, with the random token) goes into the QR code;
    `verify_host` is what a person types, printed as “host/v”; `code` is the stored form.
    """

    family_name: str
    given_name: str
    course_title_mn: str
    course_title_en: str
    modules: tuple[EarnedModule, ...]
    hours: int
    issued_on: date
    code: str
    verify_url: str
    verify_host: str
    language: str
    issuer_name: str
    template_version: int = TEMPLATE_VERSION

    @property
    def full_name(self) -> str:
        """Family name, then given name: a fixed order in both languages."""
        return f"{self.family_name} {self.given_name}".strip()

    def course_title(self, language: str) -> str:
        return self.course_title_mn if language == "mn" else self.course_title_en

    def to_json(self) -> dict[str, Any]:
        """The facts as JSON holds them: days as 2022-01-10."""
        data = asdict(self)
        data["issued_on"] = self.issued_on.isoformat()
        data["modules"] = [
            {**module, "way": str(module["way"]), "earned_on": module["earned_on"].isoformat()}
            for module in data["modules"]
        ]
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "CertificateFacts":
        """The facts again; raises KeyError, TypeError or ValueError for what `to_json` did not write."""
        modules = tuple(EarnedModule.from_json(module) for module in data["modules"])
        return cls(**{**data, "modules": modules, "issued_on": date.fromisoformat(data["issued_on"])})

    def in_language(self, language: str) -> "CertificateFacts":
        """The same certificate worded in another language."""
        return replace(self, language=language)
