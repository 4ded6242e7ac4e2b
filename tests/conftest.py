"""What holds for all tests."""

import signal

# A shell starts background jobs with Ctrl-C ignored, and children inherit that: the tests that press Ctrl-C would
# wait for ever. Set back, every process that a test starts can be interrupted again.
signal.signal(signal.SIGINT, signal.default_int_handler)
