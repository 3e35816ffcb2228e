"""The command ``article-ld``, also ``python -m ld``; Ctrl-C ends it quietly at any moment."""

import gc
import os
import signal
import sys

TYPE_CHECKING = False  # as typing has it; only little is loaded before an interruption is heard
if TYPE_CHECKING:
    from types import FrameType

_INTERRUPTED = 130
_SOON = 0.01  # seconds
_NEW_OBJECTS = 200_000  # of which few are garbage that only a search finds: tables, facts and triples hold no cycles


def run() -> int:
    """Run the command that the process was given; its exit code."""
    gc.set_threshold(_NEW_OBJECTS)
    heard = signal.getsignal(signal.SIGINT) is not signal.SIG_IGN  # a shell lets its background jobs ignore it
    if heard:
        signal.signal(signal.SIGINT, _leave)
        sys.unraisablehook = _unraisable
    from ld.cli import main  # noqa: PLC0415 - an interruption while this loads has nothing to clear away

    try:
        if heard:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        status = main()
    except KeyboardInterrupt:
        status = _INTERRUPTED
    finally:
        if heard:
            signal.signal(signal.SIGINT, _leave)
        gc.freeze()  # else Python looks through all that is loaded, for garbage that ends with the process anyway
    return status


def _leave(_: int, __: "FrameType | None") -> None:
    """End at once: the work has not begun, or is done."""
    os._exit(_INTERRUPTED)


def _unraisable(raised: "sys.UnraisableHookArgs") -> None:
    """Interrupt again, soon, where an interruption came while Python could not raise it (in a destructor, say)."""
    if not issubclass(raised.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(raised)
        return
    import threading  # noqa: PLC0415 - see above

    threading.Thread(target=_interrupt_soon, daemon=True).start()


def _interrupt_soon() -> None:
    import time  # noqa: PLC0415 - see above

    time.sleep(_SOON)
    os.kill(os.getpid(), signal.SIGINT)


if __name__ == "__main__":
    sys.exit(run())
