"""``python -m marketplace.running`` runs the market, with ``stop`` it ends it."""

import os
import sys

from marketplace import embedded, running
from marketplace.running.children import Died

try:
    if sys.argv[1:] == ["stop"]:
        print(running.stop(embedded.var_dir()))
    else:
        running.main(os.environ)
except KeyboardInterrupt:
    print("\nStopped.")
except (running.Refused, embedded.Unusable, Died) as reason:
    sys.exit(str(reason))
