"""The settings of the market, a module per topic; the environment decides.

Every name that may be set from outside stands in docs/operations.md. Nothing outside this
package branches on ``MARKET_MODE``, except the sandbox that plays the banks.
"""

from marketplace.settings.base import *  # noqa: F403 -- settings are a flat namespace by design
from marketplace.settings.cms import *  # noqa: F403 -- see above
from marketplace.settings.files import *  # noqa: F403 -- see above
from marketplace.settings.letters import *  # noqa: F403 -- see above
from marketplace.settings.logs import *  # noqa: F403 -- see above
from marketplace.settings.look import *  # noqa: F403 -- see above
from marketplace.settings.payments import *  # noqa: F403 -- see above
from marketplace.settings.queue import *  # noqa: F403 -- see above
from marketplace.settings.security import *  # noqa: F403 -- see above
from marketplace.settings.shop import *  # noqa: F403 -- see above
from marketplace.settings.tracing import *  # noqa: F403 -- see above
