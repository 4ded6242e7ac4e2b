import pytest

from qatynas.cli import progress
from qatynas.cli.progress import Log


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, in seconds: a test sets it."""
    now = [100.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    return now


def test_a_short_run_says_nothing(clock: list[float], capsys: pytest.CaptureFixture[str]):
    log = Log(30)
    for _ in range(30):
        clock[0] += 0.3
        log.step()
    assert capsys.readouterr().err == ""


def test_a_long_run_tells_count_rate_and_remaining_time(clock: list[float], capsys: pytest.CaptureFixture[str]):
    log = Log(2000)
    for _ in range(44):
        clock[0] += 0.5
        log.step()
    assert capsys.readouterr().err.splitlines() == [
        "qatynas: 20 of 2,000 documents, 2.0 documents/s, about 16 min left",
        "qatynas: 40 of 2,000 documents, 2.0 documents/s, about 16 min left",
    ]


def test_the_rate_is_that_of_the_last_minute(clock: list[float], capsys: pytest.CaptureFixture[str]):
    """What the record holds is passed over quickly: that says nothing of what is still to be read."""
    log = Log(10_000)
    for _ in range(5000):
        log.step()
    for _ in range(10):
        clock[0] += 10
        log.step()
    assert capsys.readouterr().err.splitlines()[-1] == (
        "qatynas: 5,010 of 10,000 documents, 0.1 documents/s, about 13 h 52 min left"
    )


def test_more_documents_than_were_foreseen_are_told_without_a_total(
    clock: list[float], capsys: pytest.CaptureFixture[str]
):
    log = Log(1)
    log.step()
    clock[0] += 20
    log.step()
    assert capsys.readouterr().err == "qatynas: 2 documents, 0.1 documents/s, about 0 s left\n"


@pytest.mark.parametrize(("seconds", "told"), [(0, "0 s"), (89, "89 s"), (90, "2 min"), (12_000, "3 h 20 min")])
def test_a_duration_is_told_as_people_do(seconds: float, told: str):
    assert progress._duration(seconds) == told
