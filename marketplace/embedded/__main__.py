"""``python -m marketplace.embedded stop``: stop the servers of the market and of its tests."""

import sys

from marketplace import embedded

if sys.argv[1:] != ["stop"]:
    sys.exit("usage: python -m marketplace.embedded stop")
VAR = embedded.var_dir()
stopped = embedded.stop(VAR) + [f"{title} of the tests" for title in embedded.stop(VAR / "test")]
print(f"Stopped: {', '.join(stopped)}." if stopped else "No private server was running.")
