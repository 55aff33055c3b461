"""`make run`: refuses in words, keeps its children alive, and leaves nobody behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from marketplace.running import Plan, Refused
from marketplace.running.children import Child, Died, Family

ROOT = Path(__file__).resolve().parents[2]
SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]


def alive(pid):
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False


def soon(true, seconds=15):
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()


def run(var, **environ):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "marketplace.running"],
        cwd=ROOT,
        env=kept | {"VAR_DIR": str(var)} | environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("port", ["eight", "0", "65536", "-1", "８０００"])
def test_a_wrong_port_is_refused(port):
    with pytest.raises(Refused, match="PORT must be a number between 1 and 65535"):
        Plan.read({"PORT": port})


def test_what_is_not_said_has_a_default():
    plan = Plan.read({"VAR_DIR": "/srv/x", "HOST": "0.0.0.0"})

    assert plan == Plan("0.0.0.0", 8000, Path("/srv/x"), seed=True)
    assert plan.address == "http://127.0.0.1:8000"
    assert Plan.read({"SEED": "0"}).seed is False


def test_a_taken_port_is_named(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        done = run(tmp_path / "var", PORT=str(port))

    assert done.returncode == 1
    assert f"Port {port} of 127.0.0.1 is taken: try PORT={port + 1} make run." in done.stderr
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["run.lock"]


def test_a_child_that_dies_is_started_again(tmp_path, capfd):
    child = Child("worker", SLEEPER)
    with Family(tmp_path) as family:
        family.start(child)
        first = child.process.pid
        os.kill(first, signal.SIGKILL)
        assert soon(lambda: child.process.poll() is not None)

        family._look_after()

        assert child.process.pid != first
        assert child.process.poll() is None
        assert "worker ended (-9) and is started again." in capfd.readouterr().err


@pytest.mark.slow  # It is started again, later each time, until that is enough.
def test_a_child_that_keeps_dying_ends_the_whole_with_its_last_words(tmp_path):
    child = Child("web", [sys.executable, "-c", "print('no such table'); raise SystemExit(3)"])
    with Family(tmp_path) as family:
        family.start(child)
        with pytest.raises(Died) as died:
            family.stay()

    assert str(died.value).startswith("web keeps ending (3).\n")
    assert "no such table" in str(died.value)


def test_leaving_ends_every_child_even_one_that_will_not(tmp_path, monkeypatch):
    monkeypatch.setattr("marketplace.running.children.GRACE", 1)
    script = "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True)"
    stubborn = Child("stubborn", [sys.executable, "-c", f"{script}; time.sleep(600)"])
    with Family(tmp_path) as family:
        for child in (stubborn, Child("mild", SLEEPER)):
            family.start(child)
        assert soon(lambda: (tmp_path / "stubborn.log").read_text() == "1\n")
        pids = [child.process.pid for child in family.children]

    assert soon(lambda: not any(alive(pid) for pid in pids))


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux tells the children")
def test_children_do_not_outlive_a_killed_parent(tmp_path):
    words = f"""
import sys, time
from pathlib import Path
from marketplace.running.children import Child, Family
with Family(Path({str(tmp_path)!r})) as family:
    child = Child("worker", {SLEEPER!r})
    family.start(child)
    print(child.process.pid, flush=True)
    time.sleep(600)
"""
    parent = subprocess.Popen([sys.executable, "-c", words], cwd=ROOT, stdout=subprocess.PIPE)
    pid = int(parent.stdout.readline())
    assert alive(pid)

    parent.kill()
    parent.communicate()

    assert soon(lambda: not alive(pid))
