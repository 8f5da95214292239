"""Entry point of the command line, as ``captious`` and as ``python -m captious``.

Slow imports come after Ctrl-C is handled: before that, an interrupt would print a traceback.
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
"""The exit code that shells report for a command ended by Ctrl-C."""


def main() -> None:
    """Runs the command line and exits the process with its exit code; Ctrl-C never prints a traceback."""
    usual = signal.getsignal(signal.SIGINT)
    handles = usual is signal.default_int_handler  # false where it is ignored, as under nohup
    try:
        if handles:
            signal.signal(signal.SIGINT, _leave)
        from captious.cli import main as begin

        if handles:
            sys.unraisablehook = _send_again
            signal.signal(signal.SIGINT, usual)
        begin()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    finally:
        if handles:
            signal.signal(signal.SIGINT, _leave)


def _leave(*_: object) -> None:
    """Exits before the work has begun or after it is done, when an exception would print a traceback."""
    try:
        os.write(2, b"\ncaptious: interrupted; every file is either unchanged or complete\n")
    finally:
        os._exit(_INTERRUPTED)


def _send_again(unraisable: sys.UnraisableHookArgs) -> None:
    """Interrupts again where an interrupt was lost.

    Python cannot raise an exception from its own callbacks, such as those that release an import lock: it prints it
    and goes on. The interrupt is sent from another thread, since here it would be lost again.
    """
    if isinstance(unraisable.exc_value, KeyboardInterrupt):
        _thread.start_new_thread(_thread.interrupt_main, ())
    else:
        sys.__unraisablehook__(unraisable)


if __name__ == "__main__":
    main()
