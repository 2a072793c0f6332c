"""Rows of data frames and numbers of numpy, as notebooks have them; a package that is not there is a skip."""

from __future__ import annotations

from typing import Any

import pytest

from smarketing import Agreement, RequestError, samples
from smarketing._smarketing import to_json

FACTS = [
    {"id": "L-1", "industry": "software", "employees": 400.0, "created": "2026-09-28T08:00:00Z"},
    {"id": "L-2", "industry": None, "employees": None, "created": None},
]


def scores(agreement: Agreement, rows: Any) -> list[tuple[str | None, float]]:
    found = [agreement.assess(row, as_of=samples.AS_OF) for row in rows]
    assert [assessment.findings for assessment in found] == [[] for _ in found]
    return [(assessment.lead, assessment.score) for assessment in found]


EXPECTED = [("L-1", 25.0), ("L-2", 0.0)]


def test_rows_of_pandas(agreement: Agreement) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed: its rows are not tested")
    frame = pandas.DataFrame(FACTS)
    frame["created"] = pandas.to_datetime(frame["created"], utc=True)
    arrow = frame.convert_dtypes()
    for made in (frame, arrow):
        assert scores(agreement, made.to_dict("records")) == EXPECTED
        assert scores(agreement, (row for _, row in made.iterrows())) == EXPECTED
        assert scores(agreement, made.itertuples(index=False)) == EXPECTED
    assert to_json([pandas.NA, pandas.NaT, pandas.Timestamp("2026-11-02T10:00:00.123456789", tz="UTC")]) == (
        '[null,null,"2026-11-02T10:00:00.123456789+00:00"]'
    )
    # As pandas holds days; any other clock says nothing without its zone.
    assert to_json(pandas.Timestamp("2026-11-02")) == '"2026-11-02"'
    frame["created"] = pandas.to_datetime(["2026-11-02T10:00:00", None])
    first, second = agreement.assess_all([{"lead": row} for row in frame.to_dict("records")], as_of=samples.AS_OF)
    assert [finding.path for finding in first.findings] == ["lead.created"]
    assert (first.score, second.findings) == (EXPECTED[0][1], [])
    day = {"date": pandas.Timestamp("2026-11-05"), "segment": "dach", "side": "marketing", "stage": "mql", "count": 3}
    agreement.performance([day], as_of="2026-11-16T08:00:00Z")
    with pytest.raises(RequestError, match="write the day alone"):
        agreement.performance([{**day, "date": pandas.Timestamp("2026-11-05", tz="UTC")}], as_of="2026-11-16T08:00:00Z")
    with pytest.raises(RequestError, match="to_dict"):
        agreement.assess_all(frame, as_of=samples.AS_OF)


def test_rows_of_polars(agreement: Agreement) -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed: its rows are not tested")
    frame = polars.DataFrame(FACTS).with_columns(polars.col("created").str.to_datetime(time_zone="UTC"))
    assert scores(agreement, frame.to_dicts()) == EXPECTED
    assert scores(agreement, frame.iter_rows(named=True)) == EXPECTED
    assert to_json(frame["industry"]) == '["software",null]'
    with pytest.raises(RequestError, match="to_dicts"):
        agreement.assess_all(frame, as_of=samples.AS_OF)


def test_numbers_of_numpy() -> None:
    numpy = pytest.importorskip("numpy", reason="numpy is not installed: its numbers are not tested")
    values = [
        (numpy.float64(0.1), "0.1"),
        (numpy.float32(0.5), "0.5"),
        (numpy.int64(-3), "-3"),
        (numpy.uint8(7), "7"),
        (numpy.bool_(True), "true"),
        (numpy.str_("x"), '"x"'),
        (numpy.float64("nan"), "null"),
        (numpy.float32("inf"), '"Infinity"'),
        (numpy.array([[1, 2], [3, 4]]), "[[1,2],[3,4]]"),
        (numpy.array(5), "5"),
        (numpy.array(["a", None], dtype=object), '["a",null]'),
        (numpy.datetime64("NaT"), "null"),
    ]
    for value, text in values:
        assert to_json({"x": value}) == f'{{"x":{text}}}'
    for naive in (numpy.datetime64("2026-11-02"), numpy.array(["2026-11-02"], dtype="datetime64[ns]")):
        with pytest.raises(RequestError, match="datetime64"):
            to_json(naive)
