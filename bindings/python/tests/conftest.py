"""What the tests share: the sample agreement, a lead, and where the project's files are."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smarketing import Agreement, samples

PROJECT = Path(__file__).resolve().parents[3]
AS_OF = datetime(2026, 11, 2, 10, tzinfo=UTC)


@pytest.fixture(scope="session")
def agreement() -> Agreement:
    return samples.agreement()


@pytest.fixture(scope="session")
def golden() -> Path:
    """Where the Rust tests leave the golden cases."""
    folder = PROJECT / os.environ.get("CARGO_TARGET_DIR", "target") / "golden/default-features"
    return Path(os.environ.get("GOLDEN_CASES", folder))
