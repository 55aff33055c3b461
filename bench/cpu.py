"""Processor time (milliseconds) and memory (MB) of processes as the kernel counts them."""

from pathlib import Path

NANOSECONDS_A_MILLISECOND = 1_000_000


def spent(pids: list[int]) -> float:
    """Milliseconds of processor time that these processes have used so far, all threads."""
    return sum(_of(pid) for pid in pids) / NANOSECONDS_A_MILLISECOND


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            parent = _parent(int(entry.name))
            children.setdefault(parent, []).append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        waiting += children.get(found[-1], [])
    return found


def most_memory() -> float:
    """The most memory this process ever held.

    ``getrusage`` would count the memory of the process that started this one, if that was more.
    """
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:", 1)[1].split()[0]) / 1024


def postmaster(socket_folder: str) -> int:
    """The process id of the PostgreSQL that listens in a folder."""
    lock = Path(socket_folder) / ".s.PGSQL.5432.lock"
    return int(lock.read_text().split("\n", 1)[0])


def _of(pid: int) -> int:
    """Nanoseconds on a processor, or nothing for a process that has ended."""
    total = 0
    for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            total += int(thread.read_text().split()[0])
        except OSError:
            continue  # The thread ended between listing and reading.
    return total


def _parent(pid: int) -> int:
    """The parent's id; 0 for a process that has ended."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0
