"""A process that cannot contact any other: it cannot open sockets, whichever of its libraries tries."""

import ctypes
import errno
import platform
import sys
from typing import NamedTuple


class _Calls(NamedTuple):
    """What the kernel calls an architecture (``linux/audit.h``), and its numbers of the system calls that matter."""

    architecture: int
    seccomp: int
    socket: int


_CALLS = {
    "x86_64": _Calls(0xC000003E, 317, 41),
    "aarch64": _Calls(0xC00000B7, 277, 198),
    "riscv64": _Calls(0xC00000F3, 277, 198),
}
_IO_URING_SETUP = 425
_FIRST_OF_X32 = 0x40000000
"""On x86-64 the same calls have other numbers from here on."""

_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_GREATER_OR_EQUAL, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE = 0, 4
"""Offsets in the data that a filter is given (``linux/seccomp.h``, ``struct seccomp_data``)."""
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_SET_NO_NEW_PRIVILEGES, _SET_FILTER, _FOR_ALL_THREADS = 38, 1, 1


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("if_true", ctypes.c_ubyte),
        ("if_false", ctypes.c_ubyte),
        ("value", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(_Step)))


def leave_network() -> bool:
    """Irrevocably prevent this process from opening sockets; returns whether that succeeded.

    Linux only: a filter of system calls (seccomp(2)), which needs no privileges, works in containers too, and also
    binds code outside Python. Sockets and pipes that are already open stay so.
    """
    native = sys.platform == "linux" and sys.maxsize > 1 << 32  # else the kernel's architecture is not this process's
    calls = _CALLS.get(platform.machine()) if native else None
    if calls is None:
        return False
    steps = _filter(calls)
    program = _Program(len(steps), steps)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
            return False
        numbers = (calls.seccomp, _SET_FILTER, _FOR_ALL_THREADS)
        return bool(libc.syscall(*map(ctypes.c_long, numbers), ctypes.byref(program)) == 0)
    except (OSError, AttributeError):
        return False


def _filter(calls: _Calls) -> "ctypes.Array[_Step]":
    steps = (
        _Step(_LOAD, 0, 0, _ARCHITECTURE),
        _Step(_JUMP_IF_EQUAL, 0, 5, calls.architecture),
        _Step(_LOAD, 0, 0, _NUMBER),
        _Step(_JUMP_IF_EQUAL, 3, 0, calls.socket),
        _Step(_JUMP_IF_EQUAL, 2, 0, _IO_URING_SETUP),
        _Step(_JUMP_IF_GREATER_OR_EQUAL, 1, 0, _FIRST_OF_X32),
        _Step(_RETURN, 0, 0, _ALLOW),
        _Step(_RETURN, 0, 0, _REFUSE),
    )
    return (_Step * len(steps))(*steps)
