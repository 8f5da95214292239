"""Where the command begins, as ``captious`` and as ``python -m captious``.

What takes time is imported when Ctrl-C has been settled: until then, it would end in a traceback.
"""

from __future__ import annotations

import os
import sys

try:
    import _thread
    import signal
except KeyboardInterrupt:
    sys.exit(130)

_INTERRUPTED = 128 + signal.SIGINT
"""What shells give for a command that Ctrl-C ended."""


def main() -> None:
    """Runs the command line and ends the process with an exit code; Ctrl-C never ends it with a traceback."""
    usual = signal.getsignal(signal.SIGINT)
    settled = usual is signal.default_int_handler  # not where it is ignored, as behind nohup
    try:
        if settled:
            signal.signal(signal.SIGINT, _leave)
        from captious.cli import main as begin

        if settled:
            sys.unraisablehook = _send_again
            signal.signal(signal.SIGINT, usual)
        begin()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    finally:
        if settled:
            signal.signal(signal.SIGINT, _leave)


def _leave(*_: object) -> None:
    """Ends the process before its work has begun, or after it: an exception would be shown by whatever it met."""
    try:
        os.write(2, b"\ncaptious: interrupted; every file is as it was or complete\n")
    finally:
        os._exit(_INTERRUPTED)


def _send_again(lost: sys.UnraisableHookArgs) -> None:
    """Interrupts again where an interrupt was lost.

    Python has nowhere to raise what happens within a callback of its own, such as those that let go of the lock of an
    import: it would print it and go on. Another thread sends it, since here it would be lost, too.
    """
    if isinstance(lost.exc_value, KeyboardInterrupt):
        _thread.start_new_thread(_thread.interrupt_main, ())
    else:
        sys.__unraisablehook__(lost)


if __name__ == "__main__":
    main()
