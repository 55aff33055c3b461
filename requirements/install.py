"""Make .venv and install the locked packages into it. Needs nothing but Python itself.

Every file is checked against the hashes in run.txt, dev.txt and mutants.txt. The installer uv,
itself locked in uv.txt, does it in seconds; it is told where the packages are by pip's own
configuration. Where it cannot (some mirrors speak only pip's dialect), pip does the same more
slowly.

    python3.11 requirements/install.py run|dev|mutants
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE.parent / ".venv"
PYTHON = VENV / "bin" / "python"


def main(kind: str) -> None:
    """Install the packages of ``kind`` unless the very same ones are there."""
    wanted = HERE / f"{kind}.txt"
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()
    stamp = VENV / f".installed-{kind}"
    if stamp.exists() and stamp.read_text() == digest and PYTHON.exists():
        return
    print(f"Installing what the market needs ({kind}) into {VENV} …", flush=True)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    if not _by_uv(wanted):
        pip("install", "--quiet", "--no-deps", "--require-hashes", "--requirement", str(wanted))
    if kind == "dev":  # It holds all of run.txt.
        (VENV / ".installed-run").write_text(_digest_of("run"))
    stamp.write_text(digest)


def pip(*words: str) -> None:
    """Run the environment's pip; ends the whole with its exit code when it fails."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *words]
    code = subprocess.run(command, check=False).returncode
    if code:
        sys.exit(f"pip could not install the packages (exit {code}); its own words stand above.")


def _digest_of(kind: str) -> str:
    return hashlib.sha256((HERE / f"{kind}.txt").read_bytes()).hexdigest()


def _by_uv(wanted: Path) -> bool:
    """Install by uv; whether that worked."""
    lock = HERE / "uv.txt"
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    if subprocess.run([*command, "--require-hashes", "-r", str(lock)], check=False).returncode:
        return False
    asked = [str(VENV / "bin" / "uv"), "pip", "install", "--quiet", "--python", str(PYTHON)]
    # As pip does; without it every process of the first start reads thousands of sources anew.
    asked += ["--compile-bytecode"]
    # Any index of pip's may have a file; its hash says whether it is the right one.
    asked += ["--index-strategy", "unsafe-best-match"]
    done = subprocess.run(
        [*asked, "--no-deps", "--require-hashes", "--requirement", str(wanted)],
        env=os.environ | _indexes(),
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"uv could not, so pip does it:\n{done.stderr[-600:]}", flush=True)
    return done.returncode == 0


def _indexes() -> dict[str, str]:
    """The configuration of pip in uv's words; what is set for uv already stays."""
    pairs = {
        "global.index-url": "UV_DEFAULT_INDEX",
        "global.extra-index-url": "UV_INDEX",
        "global.find-links": "UV_FIND_LINKS",
        "global.cert": "SSL_CERT_FILE",
    }
    found = {}
    for name, variable in pairs.items():
        own = os.environ.get("PIP_" + name.removeprefix("global.").replace("-", "_").upper(), "")
        value = own or _pip_says(name)
        if value and variable not in os.environ:
            separator = "," if variable == "UV_FIND_LINKS" else " "
            found[variable] = separator.join(value.split())
    return found


def _pip_says(name: str) -> str:
    """One value of pip's configuration files, or nothing."""
    done = subprocess.run(
        [str(PYTHON), "-m", "pip", "config", "get", name],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    if sys.argv[1:] not in (["run"], ["dev"], ["mutants"]):
        sys.exit(__doc__)
    if sys.version_info < (3, 11):  # noqa: UP036 -- says so to who runs an older one
        sys.exit("The market needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 …")
    main(sys.argv[1])
