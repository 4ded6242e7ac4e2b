import signal
import threading

import pytest

from qatynas.cli.interrupt import held


def test_ctrl_c_inside_waits_until_the_block_is_done():
    done = []
    with pytest.raises(KeyboardInterrupt), held():
        signal.raise_signal(signal.SIGINT)
        done.append(True)
    assert done == [True]


def test_an_error_inside_is_not_hidden_and_ctrl_c_works_again_behind():
    with pytest.raises(ValueError, match="inside"), held():
        raise ValueError("inside")
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_another_thread_needs_no_signal():
    done = []

    def work() -> None:
        with held():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
