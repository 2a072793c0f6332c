"""The errors of the library: classes that carry what was found, each finding at its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smarketing.results import Finding, Refusal

_WIDEST = 100

_MOST = 20
"""So many findings stand in an error's text; all of them are its `findings`."""


class SmarketingError(ValueError):
    """What every error of this library is."""


class _Found(SmarketingError):
    """An error with findings."""

    findings: list[Finding]
    """Everything that was found, in the order of the places."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """An error with these findings."""
        self.findings = list(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        """Every finding on a line of its own, up to twenty."""
        return "\n".join([line(found) for found in self.findings[:_MOST]] + rest(self.findings))


class AgreementError(_Found):
    """A document that cannot be used.

    >>> from smarketing import Agreement, AgreementError
    >>> try:
    ...     Agreement.from_toml('smarketing = 1\\n[agreement]\\nnames = "A"\\nversion = "1"')
    ... except AgreementError as error:
    ...     print(error)
    the agreement has 2 errors
    2:1: error[missing_key] agreement: `name` is missing
      2 | [agreement]
        | ^
    3:1: error[unknown_key] agreement.names: `names` is not a key of this table (did you mean `name`?)
      3 | names = "A"
        | ^
    """

    document: str | None
    """The text of the document, where it was made from one."""

    def __init__(self, findings: Iterable[Finding], document: str | None = None) -> None:
        """An error with these findings about a document."""
        super().__init__(findings)
        self.document = document

    def __reduce__(self) -> tuple[type[AgreementError], tuple[list[Finding], str | None]]:
        """Pickled with the document."""
        return type(self), (self.findings, self.document)

    def __str__(self) -> str:
        """Every error with its line of the document and a caret under its place, up to twenty."""
        errors = [found for found in self.findings if found.severity == "error"]
        count = f"{len(errors)} error{'' if len(errors) == 1 else 's'}"
        lines = (self.document or "").split("\n")
        shown = [line(error) + excerpt(lines, error) for error in errors[:_MOST]]
        return "\n".join([f"the agreement has {count}", *shown, *rest(errors)])


class RequestError(_Found):
    """A question that cannot be answered as it is put: each finding names the place in the arguments.

    >>> from smarketing import Agreement, RequestError
    >>> agreement = Agreement.from_dict({"smarketing": 1, "agreement": {"name": "A", "version": "1"}})
    >>> try:
    ...     agreement.assess({"id": "L-1"}, as_of="yesterday")
    ... except RequestError as error:
    ...     print(error.findings[0].path, error.findings[0].code)
    as_of invalid_value
    """


class RefusalError(SmarketingError):
    """The lifecycle refuses an event: the lead's state stays as it is."""

    refusal: Refusal
    """Why."""

    def __init__(self, refusal: Refusal) -> None:
        """An error with this refusal."""
        self.refusal = refusal
        super().__init__(refusal)

    def __str__(self) -> str:
        """The core's own words, and what to do about it, where there is something to say."""
        advice = f" ({self.refusal.help})" if self.refusal.help else ""
        return f"{self.refusal.message}{advice}"


def line(finding: Finding) -> str:
    """A finding on one line, as the core writes it."""
    place = f"{finding.line}:{finding.column}: " if finding.line and finding.column else ""
    path = f" {finding.path}" if finding.path else ""
    help_ = f" ({finding.help})" if finding.help else ""
    return f"{place}{finding.severity}[{finding.code}]{path}: {finding.message}{help_}"


def rest(findings: list[Finding]) -> list[str]:
    """How many findings are not shown, if any."""
    return [f"and {len(findings) - _MOST} more, in `findings`"] if len(findings) > _MOST else []


def placeless(finding: Finding) -> Finding:
    """The finding without line and column: those of a text that nobody wrote tell nobody anything."""
    from smarketing.results import Finding

    return Finding._made(data={key: value for key, value in finding.to_dict().items() if key not in ("line", "column")})


def excerpt(lines: list[str], finding: Finding) -> str:
    """The finding's line of the document with a caret below its place; nothing, where there is none."""
    if not finding.line or not finding.column or finding.line > len(lines):
        return ""
    text = lines[finding.line - 1].rstrip("\r").replace("\t", " ")
    # Of a long line, the part around the place.
    start = max(0, finding.column - 1 - _WIDEST // 2) if len(text) > _WIDEST else 0
    shown = text[start : start + _WIDEST]
    number = str(finding.line)
    caret = " " * (finding.column - 1 - start) + "^"
    return f"\n  {number} | {shown}\n  {' ' * len(number)} | {caret}"


def finding(code: str, message: str, path: str = "") -> Finding:
    """A finding about a place, or about the whole of what was given."""
    from smarketing.results import Finding

    return Finding._made(data={"code": code, "severity": "error", "message": message, "path": path})


def from_json(text: str, document: str | None = None) -> SmarketingError:
    """The error for the core's own JSON text: `{"findings":[…]}` or `{"refusal":{…}}`."""
    from smarketing.results import Finding, Refusal

    told = json.loads(text)
    if "refusal" in told:
        return RefusalError(Refusal._made(data=told["refusal"]))
    findings = [Finding._made(data=found) for found in told["findings"]]
    return RequestError(findings) if document is None else AgreementError(findings, document)
