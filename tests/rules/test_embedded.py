"""The private servers: started once, shared, closed to others, and hard to confuse."""

import os
import shutil
import signal
import stat
import time
from pathlib import Path

import psycopg
import pytest
import redis

from tests.rules import clone
from tests.rules.clone import IS_ROOT, OTHER, User

LINUX = Path("/proc/self/cwd").exists()
pytestmark = [
    pytest.mark.skipif(not LINUX, reason="looks at processes by way of /proc"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def site():
    with clone.open_folder() as folder:
        yield clone.make(folder)


@pytest.fixture
def place():
    with clone.open_folder() as folder:
        yield folder


def query(url, words="SELECT 1"):
    with psycopg.connect(url) as connection:
        return connection.execute(words).fetchone()[0]


def keep_seven(url):
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS n")


def gone(home, seconds=20):
    """Whether no process works below ``home`` any more, soon."""
    end = time.monotonic() + seconds
    while clone.pids(home) and time.monotonic() < end:
        time.sleep(0.05)
    return clone.pids(home) == []


def postmaster(home):
    return int((home / "postgres/cluster/postmaster.pid").read_text().split("\n")[0])


def test_the_first_starts_the_second_joins_and_the_last_out_stops_both(site, place):
    first = User(site, place / "var")
    database, broker = first.joined()
    second = User(site, place / "var")
    assert second.joined() == [database, broker]

    first.leave()

    assert "PostgreSQL started · Valkey started" in first.said
    assert "PostgreSQL joined · Valkey joined" in second.said
    assert query(database) == 1
    assert redis.Redis.from_url(broker).ping() is True
    second.leave()
    assert gone(place)


def test_two_starts_at_once_make_one_server(site, place):
    users = [User(site, place / "var") for _ in range(3)]

    addresses = [user.joined() for user in users]

    assert addresses[0] == addresses[1] == addresses[2]
    said = [user.said for user in users]
    assert sum("PostgreSQL started" in words for words in said) == 1
    assert sum("Valkey started" in words for words in said) == 1
    for user in users:
        user.leave()
    assert gone(place)


def test_a_killed_server_is_started_again_at_once_with_its_data(site, place):
    first = User(site, place / "var", SAFE="1")
    database, broker = first.joined()
    keep_seven(database)
    home = place / "var/servers"
    os.kill(postmaster(home), signal.SIGKILL)
    os.kill(int((home / "valkey/valkey.pid").read_text()), signal.SIGKILL)

    second = User(site, place / "var")

    assert second.joined() == [database, broker]
    assert query(database, "SELECT n FROM kept") == 7
    assert redis.Redis.from_url(broker).ping() is True
    first.leave()
    second.leave()
    assert gone(place)


def test_a_killed_user_does_not_keep_the_servers_alive(site, place):
    first = User(site, place / "var")
    first.joined()
    first.kill()

    second = User(site, place / "var")
    second.joined()
    second.leave()

    assert gone(place)


@pytest.mark.parametrize("left", ["", "reused", "4194000"])
def test_what_a_dead_server_left_behind_is_cleared(site, place, left):
    user = User(site, place / "var")
    user.joined()
    user.leave()
    home = place / "var/servers"
    pid = str(os.getpid()) if left == "reused" else left
    for name in ("postgres/cluster/postmaster.pid", "run/.s.PGSQL.5432.lock", "valkey/valkey.pid"):
        (home / name).write_text(f"{pid}\n" if pid else "")

    again = User(site, place / "var")

    assert query(again.joined()[0]) == 1
    again.leave()
    assert gone(place)


def test_a_long_path_gets_a_short_socket_that_is_still_private(site, place):
    var = place / ("a-long-name-" * 9) / "var"

    user = User(site, var)
    database, broker = user.joined()

    sockets = Path(broker.removeprefix("unix://")).parent
    assert len(str(sockets)) < 80
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    assert query(database) == 1
    user.leave()
    assert gone(place)


def test_the_callers_locale_does_not_matter(site, place):
    user = User(site, place / "var", LC_ALL="C", LANG="vi_VN.UTF-8")
    database, _ = user.joined()

    assert query(database, "SELECT lower('ĐẶC SẢN')") == "đặc sản"
    assert query(database, "SELECT unaccent('mận hậu')") == "man hau"
    assert query(database, "SELECT 'xoia' % 'xoai' OR similarity('xoia', 'xoai') > 0.2") is True
    user.leave()


def test_stop_ends_the_servers_whoever_uses_them(site, place):
    user = User(site, place / "var")
    user.joined()

    done = clone.subprocess.run(
        [clone.interpreter(None), "-m", "marketplace.embedded", "stop"],
        env={"PYTHONPATH": str(site), "VAR_DIR": str(place / "var"), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "Stopped: PostgreSQL, Valkey.\n"
    assert gone(place)
    user.leave()


@pytest.mark.skipif(not IS_ROOT, reason="only root can become somebody else")
def test_for_root_the_servers_run_as_a_system_user_and_others_are_locked_out(site, place):
    user = User(site, place / "var")
    database, broker = user.joined()

    owners = {Path(f"/proc/{pid}").stat().st_uid for pid in clone.pids(place / "var/servers")}

    assert owners == {1}
    sockets = Path(broker.removeprefix("unix://")).parent
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    assert _refused(site, database, OTHER)
    sockets.chmod(0o755)
    (sockets / ".s.PGSQL.5432").chmod(0o777)
    assert _refused(site, database, OTHER)  # Not by the folder alone: by who they are.
    assert query(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    user.leave()


@pytest.mark.skipif(not IS_ROOT, reason="only root can become somebody else")
def test_an_ordinary_user_has_servers_of_his_own(site, place):
    if clone.interpreter(OTHER) is None:
        pytest.skip("no Python of this version that an ordinary user may run")
    mine = place / "mine"
    mine.mkdir()
    shutil.chown(mine, OTHER)
    user = User(site, mine / "var", OTHER)
    database, _ = user.joined()

    home = mine / "var/servers"

    assert {Path(f"/proc/{pid}").owner() for pid in clone.pids(home)} == {OTHER}
    assert stat.S_IMODE((mine / "var").stat().st_mode) == 0o700
    with pytest.raises(psycopg.OperationalError, match="Peer authentication failed"):
        query(database)  # Not even root: the servers are his alone.
    user.leave()
    assert gone(mine)


@pytest.mark.skipif(not IS_ROOT, reason="only root can close a folder to itself alone")
def test_a_clone_only_root_can_enter_stays_closed(place):
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    inside = clone.make(closed / "clone")
    modes = {path: path.stat().st_mode for path in (place, closed, closed / "clone")}

    user = User(inside, closed / "clone/var")
    database, _ = user.joined()

    assert query(database) == 1
    assert {path: path.stat().st_mode for path in modes} == modes
    home = Path((closed / "clone/var/servers").read_text().strip())
    assert home.parent == Path("/var/lib/son-la-market")
    assert clone.pids(closed) == []
    user.leave()
    assert gone(home)


@pytest.mark.skipif(not IS_ROOT, reason="only root can close a folder to itself alone")
def test_a_moved_clone_keeps_its_data_and_a_copied_one_gets_its_own(place):
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    site = clone.make(closed / "clone")
    first = User(site, closed / "var")
    keep_seven(first.joined()[0])
    first.leave()
    (closed / "var").rename(closed / "moved")
    shutil.copytree(closed / "moved", closed / "copied")

    moved = User(site, closed / "moved")
    kept, _ = moved.joined()
    copied = User(site, closed / "copied")
    fresh, _ = copied.joined()

    assert query(kept, "SELECT n FROM kept") == 7
    assert query(fresh, "SELECT to_regclass('kept') IS NULL") is True
    moved.leave()
    copied.leave()


def test_importing_the_settings_starts_nothing(place):
    words = "import django.conf; django.conf.settings.DATABASES"
    environ = {"PYTHONPATH": str(clone.ROOT), "VAR_DIR": str(place / "var"), "MARKET_MODE": "demo"}

    clone.subprocess.run(
        [clone.sys.executable, "-c", words],
        env=environ | {"DJANGO_SETTINGS_MODULE": "marketplace.settings"},
        check=True,
    )

    assert not (place / "var/servers").exists()
    assert clone.pids(place) == []


def _refused(site, url, user):
    """Whether ``user`` gets no connection."""
    words = f"import psycopg; psycopg.connect({url!r})"
    python = clone.interpreter(user)
    if python is None:
        pytest.skip("no Python of this version that an ordinary user may run")
    done = clone.subprocess.run(
        [python, "-c", words],
        env={"PYTHONPATH": str(site)},
        cwd="/",
        user=user,
        extra_groups=[],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode == 1 and "OperationalError" in done.stderr
