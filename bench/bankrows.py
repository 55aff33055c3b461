"""A bank's statement of many rows beside what its webhooks told already: seconds and memory.

Run in a process of its own, so that the memory is this work's alone.
"""

import subprocess
import sys
import time

from bench import cpu

TOLD, OUT = 97, 2  # of a hundred rows; the rest are orders only the file tells of


def run(rows: int) -> None:
    """Take a file of so many rows in a fresh process; print what came of it."""
    subprocess.run([sys.executable, "-m", "bench.bankrows", str(rows)], check=True)


def _main(rows: int) -> None:
    import django  # noqa: PLC0415 -- the environment is only set now

    django.setup()
    from django.conf import settings  # noqa: PLC0415 -- needs the applications

    from marketplace.desk.money import taking  # noqa: PLC0415 -- needs the applications
    from marketplace.people.models import User  # noqa: PLC0415 -- needs the applications

    clerk, _ = User.objects.get_or_create(email="bench-clerk@example.vn")
    content = _content(rows, str(settings.VIETQR_ACCOUNT))
    began = time.perf_counter()
    file = taking.bring(str(settings.VIETQR_ACCOUNT), "bench.csv", content, by=clerk)
    taking.begin(file.pk, by=clerk)
    counts = taking.take(file.pk)
    took = time.perf_counter() - began
    told = ", ".join(f"{count} {what}" for what, count in sorted(counts.items()) if count)
    print(f"\n{rows} rows of a bank in {took:.1f} s, {cpu.most_memory():.0f} MB at most: {told}")


def _content(rows: int, account: str) -> bytes:
    """The file; most of its rows were told by a webhook before."""
    import datetime as dt  # noqa: PLC0415 -- with the rest

    from bench.webhooks import _attempt  # noqa: PLC0415 -- needs the applications
    from marketplace.records import clock  # noqa: PLC0415 -- needs the applications
    from payments import bank  # noqa: PLC0415 -- needs the applications
    from payments.models import BankTransaction  # noqa: PLC0415 -- needs the applications

    run_id, at = int(time.time()), clock.now().replace(microsecond=0)
    lines, told = ["Ngay,So tham chieu,Ghi no,Ghi co,Noi dung"], []
    for number in range(rows):
        moment = at - dt.timedelta(seconds=number)
        reference, amount = f"FT{run_id}.{number}", 50_000 + number
        memo, went, came = "CT", "", str(amount)
        if number % 100 < TOLD:
            known = {"account": account, "reference": reference, "amount": amount}
            fingerprint = bank.fingerprint(account, reference, amount, moment)
            row = BankTransaction(
                **known, source="sepay", external_id=reference, occurred_at=moment, state="apart"
            )
            row.fingerprint = fingerprint
            told.append(row)
        elif number % 100 < TOLD + OUT:
            went, came = came, ""
        else:
            attempt = _attempt("vietqr")
            memo, came = attempt.memo, str(attempt.amount)
        local = moment.astimezone(clock.LOCAL)
        lines.append(f"{local:%d/%m/%Y %H:%M:%S},{reference},{went},{came},{memo}")
    BankTransaction.objects.bulk_create(told, batch_size=2_000)
    return "\n".join(lines).encode()


if __name__ == "__main__":
    _main(int(sys.argv[1]))
