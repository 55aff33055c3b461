"""The database server of tests lies in memory where there is room, and leaves nothing behind."""

import getpass

import pytest

from marketplace.embedded import memory


@pytest.fixture
def disk(tmp_path, monkeypatch):
    """A folder that stands for the machine's memory."""
    made = tmp_path / "shm"
    made.mkdir()
    monkeypatch.setattr(memory, "DISK", made)
    return made


def test_a_folder_has_one_room_however_often_it_asks(disk, tmp_path):
    first = memory.room(tmp_path, getpass.getuser())
    again = memory.room(tmp_path, getpass.getuser())

    assert first is not None
    assert first == again
    assert first.parent == disk
    assert first.stat().st_mode & 0o777 == 0o700


def test_where_memory_is_short_the_disk_is_used(disk, tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "ROOMY", 2**60)

    assert memory.room(tmp_path, getpass.getuser()) is None
    assert list(disk.iterdir()) == []


def test_the_room_of_a_folder_that_is_gone_is_swept(disk, tmp_path):
    gone = tmp_path / "clone"
    gone.mkdir()
    left = memory.room(gone, getpass.getuser())
    gone.rmdir()

    memory.room(tmp_path, getpass.getuser())

    assert left is not None
    assert not left.exists()


def test_without_such_a_disk_there_is_no_room(tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "DISK", tmp_path / "nowhere")

    assert memory.room(tmp_path, getpass.getuser()) is None
