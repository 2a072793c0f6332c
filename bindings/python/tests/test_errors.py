"""Errors: classes that carry findings or a refusal, show the document's line, and can be pickled."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, Any

import pytest

import smarketing
from smarketing import Agreement, AgreementError, RefusalError, RequestError, SmarketingError, samples

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SLIP = samples.AGREEMENT.replace("when = { employees = {", "when = { emplyoees = {", 1)


def caught(ask: Any, kind: type[SmarketingError]) -> Any:
    with pytest.raises(kind) as info:
        ask()
    return info.value


def test_a_document_s_error_shows_its_line() -> None:
    error = caught(lambda: Agreement.from_toml(SLIP), AgreementError)
    (finding,) = error.findings
    assert (finding.code, finding.line) == ("unknown_field", 28)
    said, place, text, caret = str(error).split("\n")
    assert said == "the agreement has 1 error"
    assert place.startswith("28:") and "did you mean `employees`?" in place
    assert text.startswith("  28 |")
    assert text[caret.index("^") :].startswith("emplyoees")


def test_a_long_line_is_shown_around_the_place() -> None:
    document = '{"smarketing": 1, "agreement": {"name": "' + "x" * 4000 + '", "version": "1", "names": 1}}'
    error = caught(lambda: Agreement.from_json(document), AgreementError)
    lines = str(error).split("\n")
    assert max(map(len, lines[2:])) < 120
    assert lines[2][lines[3].index("^") :].startswith('"names"'[1:]) or "names" in lines[2]


def test_what_nobody_wrote_has_no_line() -> None:
    document = {"smarketing": 1, "agreement": {"name": "A"}, "filds": {}}
    error = caught(lambda: Agreement.from_dict(document), AgreementError)
    assert str(error).split("\n") == [
        "the agreement has 2 errors",
        "error[missing_key] agreement: `version` is missing",
        "error[unknown_key] filds: `filds` is not a key of this table (did you mean `fields`?)",
    ]
    assert [finding.line for finding in error.findings] == [None, None]


def test_an_error_with_thousands_of_findings_is_short() -> None:
    text = "smarketing = 1\n[agreement]\nname = 'A'\nversion = '1'\n[filds]\n[scoring]\n"
    document = text + "".join(f"key{number} = 1\n" for number in range(16_000))
    error = caught(lambda: Agreement.from_toml(document), AgreementError)
    assert len(error.findings) > 16_000
    lines = str(error).split("\n")
    assert lines[-1] == f"and {len(error.findings) - 20} more, in `findings`"
    assert len(lines) == 1 + 3 * 20 + 1


def test_a_refusal_says_what_to_do(agreement: Agreement) -> None:
    state = smarketing.replay([agreement], samples.events(), as_of=samples.AS_OF).state
    other = smarketing.assessed_event("e-9", agreement.assess({"id": "L-2"}, as_of=samples.AS_OF))
    error = caught(lambda: agreement.apply(state, other, as_of=samples.AS_OF), RefusalError)
    assert error.refusal.code == "other_lead"
    assert str(error) == f"{error.refusal.message} ({error.refusal.help})"


def test_all_errors_can_be_pickled_and_copied(agreement: Agreement) -> None:
    state = smarketing.replay([agreement], samples.events(), as_of=samples.AS_OF).state
    won = {"id": "e-9", "type": "won", "at": samples.AS_OF, "amount": 1}
    errors = [
        caught(lambda: Agreement.from_toml(SLIP), AgreementError),
        caught(lambda: Agreement.from_dict({"smarketing": object()}), AgreementError),
        caught(lambda: agreement.assess({}, as_of="soon"), RequestError),
        caught(lambda: agreement.apply(state, won, as_of=samples.AS_OF), RefusalError),
    ]
    for error in errors:
        for made in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert type(made) is type(error)
            assert str(made) == str(error)
            assert str(error)
        assert isinstance(error, ValueError)
        assert isinstance(error, SmarketingError)
    assert errors[-1].refusal.code


@pytest.mark.parametrize("text", ["", "x", "[", "smarketing = 2", "{}", "\ud800", "\x00", "[[[[", "a = 1\na = 2"])
def test_no_text_is_a_crash(text: str) -> None:
    for read in (Agreement.from_toml, Agreement.from_json):
        assert caught(lambda read=read: read(text), SmarketingError).findings


@pytest.mark.parametrize("text", [None, 1, b"smarketing = 1", ["x"], object()])
def test_what_is_no_text_is_said(text: Any) -> None:
    for ask in (Agreement.from_toml, Agreement.from_json, smarketing.check_toml):
        assert caught(lambda ask=ask: ask(text), SmarketingError).findings


def test_files(tmp_path: Path, agreement: Agreement) -> None:
    toml, json, broken = tmp_path / "a.toml", tmp_path / "a.JSON", tmp_path / "b.toml"
    toml.write_text("\ufeff" + samples.AGREEMENT, encoding="utf-8")
    json.write_text(agreement.document().to_json(), encoding="utf-8")
    broken.write_bytes(b"name = '\xff'")
    assert Agreement.from_path(toml) == Agreement.from_path(str(json)) == agreement
    assert "UTF-8" in str(caught(lambda: Agreement.from_path(broken), AgreementError))
    with pytest.raises(FileNotFoundError):
        Agreement.from_path(tmp_path / "none.toml")


def test_findings_of_leads_are_in_the_result(agreement: Agreement) -> None:
    found = agreement.assess({"industri": "software"}, as_of=samples.AS_OF).findings
    assert [(finding.code, finding.path) for finding in found] == [("unknown_field", "lead.industri")]


def test_one_bad_row_never_sinks_the_others(agreement: Agreement) -> None:
    leads: list[Any] = [{"lead": {"id": f"L-{n}"}} for n in range(600)]
    leads[400] = {"laed": {}}
    leads[500] = 7
    leads[550] = {"lead": {"id": "L-550", "industry": object()}}
    for given in (leads, tuple(leads), iter(leads)):
        answers = agreement.assess_all(given, as_of=samples.AS_OF)
        assert [at for at, answer in enumerate(answers) if answer.findings] == [400, 500, 550]
        assert [finding.path for finding in answers[550].findings] == ["lead.industry"]
        assert (answers[550].lead, answers[599].lead) == ("L-550", "L-599")


def test_arguments_are_checked_by_python_first(agreement: Agreement) -> None:
    with pytest.raises(TypeError):
        agreement.assess({})  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        agreement.plan(optoins={})  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Agreement()


def wrong_handles() -> list[tuple[Callable[[], object], str]]:
    agreement, bound = samples.agreement(), samples.agreement().bind(samples.lead())
    any_: Any = smarketing
    diff: Any = agreement.diff
    assess_all: Any = agreement.assess_all
    return [
        (lambda: diff(5), "other"),
        (lambda: diff(None), "other"),
        (lambda: diff(bound), "other"),
        (lambda: any_.replay([5], [], as_of=samples.AS_OF), "agreements[0]"),
        (lambda: any_.replay([agreement, None], [], as_of=samples.AS_OF), "agreements[1]"),
        (lambda: any_.replay(None, [], as_of=samples.AS_OF), "agreements"),
        (lambda: any_.replay(agreement, [], as_of=samples.AS_OF), "agreements"),
        (lambda: any_.compare(1, 2, [], as_of=samples.AS_OF), "before"),
        (lambda: any_.compare(agreement, 2, [], as_of=samples.AS_OF), "after"),
        (lambda: assess_all(None, as_of=samples.AS_OF), "leads"),
        (lambda: assess_all(5, as_of=samples.AS_OF), "leads"),
    ]


@pytest.mark.parametrize(("ask", "place"), wrong_handles())
def test_a_wrong_handle_is_a_finding_that_names_the_argument(ask: Callable[[], object], place: str) -> None:
    with pytest.raises(RequestError) as caught:
        ask()
    assert caught.value.findings[0].path == place
