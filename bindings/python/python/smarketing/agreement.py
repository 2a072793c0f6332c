"""`Agreement`, a checked and compiled document, and `BoundLead`, a lead that is bound to one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from smarketing import _smarketing
from smarketing._agreement_methods import AgreementMethods
from smarketing._answers import assessed
from smarketing._lead_methods import LeadMethods
from smarketing.errors import AgreementError, RequestError, finding, placeless

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping

    from smarketing import inputs
    from smarketing._types import Given, Instant
    from smarketing.results import Assessment


class Agreement(AgreementMethods):
    """A checked and compiled agreement: it never changes, and may be shared between threads.

    >>> from smarketing import Agreement
    >>> agreement = Agreement.from_toml('''
    ... smarketing = 1
    ... [agreement]
    ... name = "Inside sales"
    ... version = "2026.11"
    ... [fields]
    ... industry = { type = "category", values = ["software", "retail"] }
    ... [scoring]
    ... rules = [{ id = "industry", scores = "fit", when = { industry = "software" }, points = 15 }]
    ... ''')
    >>> agreement
    Agreement('Inside sales', version='2026.11')
    >>> agreement.assess({"id": "L-1", "industry": "Software"}, as_of="2026-11-02T10:00:00Z").score
    15.0
    """

    _native: _smarketing.Agreement
    _document: str | None

    def __init__(self) -> None:
        """Agreements are made from documents."""
        raise TypeError("an agreement is made by `from_toml`, `from_json`, `from_dict` or `from_path`")

    @classmethod
    def _made(cls, native: _smarketing.Agreement) -> Self:
        made = object.__new__(cls)
        made._native = native
        made._document = None
        return made

    @classmethod
    def _read(cls, read: Callable[[str], _smarketing.Agreement], text: str) -> Self:
        try:
            return cls._made(read(text))
        except RequestError as error:
            # What was given is no text at all.
            raise AgreementError(error.findings) from None

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """Reads, checks and compiles a document from TOML text; `AgreementError` says all that is wrong."""
        return cls._read(_smarketing.Agreement.from_toml, text)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Reads, checks and compiles a document from JSON text; `AgreementError` says all that is wrong.

        >>> from smarketing import Agreement
        >>> Agreement.from_json('{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}').version()
        '1'
        """
        return cls._read(_smarketing.Agreement.from_json, text)

    @classmethod
    def from_dict(cls, document: Mapping[str, Any] | Given) -> Self:
        """Reads, checks and compiles a document from a dict, such as `tomllib.load` or `document` gives.

        >>> from smarketing import Agreement
        >>> Agreement.from_dict({"smarketing": 1, "agreement": {"name": "A", "version": "1"}}).version()
        '1'
        """
        try:
            text = _smarketing.to_core(document)
            return cls._made(_smarketing.Agreement.from_json(text))
        except (AgreementError, RequestError) as error:
            # Line and column would be those of a text that nobody wrote.
            raise AgreementError(map(placeless, error.findings)) from None

    @classmethod
    def from_path(cls, path: str | os.PathLike[str]) -> Self:
        """Reads, checks and compiles the document in a file: JSON, if its name ends so, else TOML."""
        file = Path(path)
        try:
            text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            message = f"the file is not text in UTF-8: {error.reason} at byte {error.start + 1}"
            raise AgreementError([finding("syntax", message)]) from None
        return cls.from_json(text) if file.suffix.lower() == ".json" else cls.from_toml(text)

    def assess(
        self,
        lead: inputs.Lead | Given,
        interactions: Iterable[inputs.Interaction | Given] | None = None,
        *,
        as_of: Instant,
    ) -> Assessment:
        """What a lead is worth at an instant, which stage it qualifies for, and why.

        Facts that do not fit are findings of the assessment, and count as unknown. Without
        `interactions` the history is unknown; with an empty list, nothing happened.

        >>> from datetime import datetime, timezone
        >>> from smarketing import samples
        >>> lead = {"id": "L-1", "industry": "software", "employees": 400}
        >>> visits = [{"type": "demo_request", "at": datetime(2026, 11, 1, 9, tzinfo=timezone.utc)}]
        >>> samples.agreement().assess(lead, visits, as_of=datetime(2026, 11, 2, 9, tzinfo=timezone.utc)).score
        54.314799
        """
        return assessed(self._native.assess(lead, interactions, as_of))

    def bind(
        self,
        lead: inputs.Lead | Given,
        interactions: Iterable[inputs.Interaction | Given] | None = None,
    ) -> BoundLead:
        """Reads a lead and what happened once, for many questions.

        >>> from smarketing import samples
        >>> lead = samples.agreement().bind(samples.lead(), samples.interactions())
        >>> [question.field for question in lead.questions(as_of=samples.AS_OF)]
        ['employees', 'budget']
        """
        return BoundLead._made(self, self._native.bind(lead, interactions))

    def _text(self) -> str:
        if self._document is None:
            self._document = self._native.answer("document", {})
        return self._document

    def __eq__(self, other: object) -> bool:
        """Whether the other was made from the same document."""
        return self._text() == other._text() if isinstance(other, Agreement) else NotImplemented

    def __hash__(self) -> int:
        """By the document."""
        return hash(self._text())

    def __repr__(self) -> str:
        """Its name and version."""
        header = self.document().to_dict()["agreement"]
        return f"Agreement({header['name']!r}, version={header['version']!r})"

    def __reduce__(self) -> tuple[Callable[[str], Self], tuple[str]]:
        """Pickled as its document."""
        return type(self).from_json, (self._text(),)

    def __copy__(self) -> Self:
        """An agreement never changes, so that it is its own copy."""
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        """An agreement never changes, so that it is its own copy."""
        return self


class BoundLead(LeadMethods):
    """A lead and what happened, bound to an agreement: each question then costs microseconds."""

    _native: _smarketing.BoundLead
    _agreement: Agreement

    def __init__(self) -> None:
        """Leads are bound by agreements."""
        raise TypeError("a lead is bound by `Agreement.bind`")

    @classmethod
    def _made(cls, agreement: Agreement, native: _smarketing.BoundLead) -> Self:
        made = object.__new__(cls)
        made._agreement = agreement
        made._native = native
        return made

    @classmethod
    def _bound(cls, agreement: Agreement, request: str) -> Self:
        return cls._made(agreement, agreement._native.bind_text(request))

    @property
    def agreement(self) -> Agreement:
        """The agreement that it is bound to."""
        return self._agreement

    def __eq__(self, other: object) -> bool:
        """Whether the other is bound to the same agreement, from the same facts and interactions."""
        if not isinstance(other, BoundLead):
            return NotImplemented
        return self._native._json() == other._native._json() and self._agreement == other._agreement

    def __hash__(self) -> int:
        """By the facts and interactions."""
        return hash(self._native._json())

    def __repr__(self) -> str:
        """The lead's id, if it has one, and the agreement that it is bound to."""
        lead = json.loads(self._native._json()).get("lead")
        name = lead.get("id") if isinstance(lead, dict) else None
        return f"BoundLead({'' if name is None else f'{name!r}, '}agreement={self._agreement!r})"

    def __reduce__(self) -> tuple[Callable[[Agreement, str], Self], tuple[Agreement, str]]:
        """Pickled as the agreement and what it was bound from."""
        return type(self)._bound, (self._agreement, self._native._json())

    def __copy__(self) -> Self:
        """A bound lead never changes, so that it is its own copy."""
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        """A bound lead never changes, so that it is its own copy."""
        return self
