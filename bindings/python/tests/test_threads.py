"""Many leads: the lock is released while the core works, Ctrl-C ends it, and threads share agreements."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import smarketing
from smarketing import Agreement, samples

if TYPE_CHECKING:
    from collections.abc import Callable


def pairs(count: int) -> list[dict[str, Any]]:
    return [{"lead": {**samples.lead(), "id": f"L-{n}"}, "interactions": samples.interactions()} for n in range(count)]


def test_many_leads_give_what_each_gives(agreement: Agreement) -> None:
    leads = pairs(700)
    found = agreement.assess_all(leads, as_of=samples.AS_OF)
    one = [agreement.assess(pair["lead"], pair["interactions"], as_of=samples.AS_OF) for pair in leads]
    assert found == one
    assert agreement.assess_all((pair for pair in leads), as_of=samples.AS_OF) == one
    assert agreement.assess_all([], as_of=samples.AS_OF) == []
    text = agreement._native.answer("assess_all", {"leads": leads, "as_of": samples.AS_OF})
    assert text == f"[{','.join(assessment.to_json() for assessment in found)}]"


def test_requests_may_be_longer_than_documents(agreement: Agreement) -> None:
    compared = smarketing.compare(agreement, agreement, pairs(5000), as_of=samples.AS_OF)
    assert compared.leads == 5000


def test_threads_share_an_agreement(agreement: Agreement) -> None:
    leads = pairs(200)
    expected = agreement.assess_all(leads, as_of=samples.AS_OF)
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _: agreement.assess_all(leads, as_of=samples.AS_OF), range(16)):
            assert found == expected


def seen_beside(work: Callable[[], object]) -> int:
    """How often another thread saw the clock meanwhile."""
    seen, done = [], threading.Event()

    def count() -> None:
        while not done.is_set():
            seen.append(time.monotonic())
            time.sleep(0.001)

    watcher = threading.Thread(target=count)
    watcher.start()
    work()
    done.set()
    watcher.join()
    return len(seen)


def test_other_threads_run_while_the_core_works(agreement: Agreement) -> None:
    leads = pairs(6000)
    assert seen_beside(lambda: smarketing.compare(agreement, agreement, leads, as_of=samples.AS_OF)) > 3


def test_other_threads_run_while_values_are_converted() -> None:
    assert seen_beside(lambda: smarketing._smarketing.to_json([0] * 10_000_000)) > 3


INTERRUPTED = """
    import sys
    from smarketing import samples, compare
    agreement = samples.agreement()
    leads = [{"lead": samples.lead(), "interactions": samples.interactions()}] * 3_000_000
    print("ready", flush=True)
    try:
        if sys.argv[1] == "assess_all":
            agreement.assess_all(leads, as_of=samples.AS_OF)
        elif sys.argv[1] == "convert":
            agreement.bind({"id": "L"}, (interaction for pair in leads for interaction in pair["interactions"]))
        else:
            compare(agreement, agreement, leads[:150_000], as_of=samples.AS_OF)
    except KeyboardInterrupt:
        print("interrupted", agreement.assess(samples.lead(), as_of=samples.AS_OF).score, flush=True)
    else:
        print("finished", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
@pytest.mark.parametrize("what", ["assess_all", "compare", "convert"])
def test_ctrl_c_ends_what_takes_long(what: str) -> None:
    program = [sys.executable, "-c", textwrap.dedent(INTERRUPTED), what]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.7)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=60)
    assert said.startswith("interrupted 3")
