"""What ten thousand unique labels cost: `make bench`, or `python -m bench.labels` alone.

Processor seconds and the most memory ever held, from texts to the finished file on the disk, beside
the plain `qrcode` package, whose figure is extrapolated from a few codes.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time

from bench import cpu

SAMPLE = 200
LIMIT_SECONDS, LIMIT_MB = 10.0, 300
LAYOUTS = ("a4-8x11", "a4-3x8", "roll-50x30")


def main() -> None:
    """Measure one layout, or say what the package would take."""
    wishes = argparse.ArgumentParser(prog="bench.labels")
    wishes.add_argument("--labels", type=int, default=10_000)
    wishes.add_argument("--layout", default="")
    wish = wishes.parse_args()
    if wish.layout:
        _measure(wish.labels, wish.layout)
    else:
        run(wish.labels)


def run(count: int) -> None:
    """Each layout in a process of its own, so that the memory is its own; then the package."""
    print(f"\n{count} unique labels, best mask each, from text to file")
    print(f"{'':14}{'CPU s':>8}{'MB':>6}{'file MB':>9}   limits: {LIMIT_SECONDS} s, {LIMIT_MB} MB")
    for layout in LAYOUTS:
        command = ["-m", "bench.labels", "--labels", str(count), "--layout", layout]
        subprocess.run([sys.executable, *command], check=True, env=_environment())
    print(f"{'qrcode':14}{_plain(count):8.1f}        codes alone, extrapolated from {SAMPLE}")


def _environment() -> dict[str, str]:
    """The settings, without servers: labels need no database here."""
    return os.environ | {"MARKET_MODE": "demo", "LOG_LEVEL": "ERROR"}


def _texts(count: int) -> list[tuple[str, str]]:
    """Digital Links and their serials, made up."""
    dice, signs = random.Random(1), "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    link = "https://txng.example.vn/01/09521234000013/10/NHAN-260812-7K2/21/"
    serials = ("K" + "".join(dice.choices(signs, k=11)) for _ in range(count))
    return [(link + serial, serial) for serial in serials]


def _measure(count: int, layout: str) -> None:
    """Draw and write one file; the figures hold everything from the start of the process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
    import django

    django.setup()
    from catalog.traceability.labels import pdf
    from catalog.traceability.labels.layouts import LAYOUTS as PLANS
    from catalog.traceability.labels.wording import Label, Words

    facts = ("Khối lượng tịnh 2 kg", "Ngày hái 12/08/2026", "HTX Nắng Sông Mã", "Sơn La")
    words = Words("Nhãn chín muộn", facts, "NHAN-260812-7K2", "Lô NHAN-260812-7K2", "9521234000013")
    labels = [Label(text, serial, words) for text, serial in _texts(count)]
    began = time.process_time()
    with tempfile.TemporaryFile() as out:
        plan = PLANS[layout]
        step = plan.per_page * max(1, 2000 // plan.per_page)
        parts = (
            piece
            for start in range(0, count, step)
            for piece in pdf.pieces(labels[start : start + step], plan)
        )
        pdf.join(parts, plan, out, title="bench")
        size = out.tell()
    spent = time.process_time() - began
    print(f"{layout:14}{spent:8.2f}{cpu.most_memory():6.0f}{size / 1e6:9.1f}", flush=True)


def _plain(count: int) -> float:
    """Processor seconds of `qrcode` for the bare codes, without paper, words or file."""
    import qrcode

    began = time.process_time()
    for text, _serial in _texts(SAMPLE):
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M)
        code.add_data(text, optimize=0)
        code.make()
    return (time.process_time() - began) / SAMPLE * count


if __name__ == "__main__":
    main()
