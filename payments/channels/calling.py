"""The one way to call a provider: short patience, no redirects, small answers, strict JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import requests
from urllib3.exceptions import HTTPError

from payments.channels.base import ChannelError
from payments.channels.strict_json import BadJson, read_object

# A buyer waits behind the call, and a thread with him: a provider that needs longer is asked again
# under the same reference, which each of them promises to understand.
PATIENCE_SECONDS = (3.05, 8.0)  # to connect, between two bytes
MOST_BYTES = 64 * 1024
REFUSED = range(400, 500)


class Caller:
    """Posts to a provider's address and reads its answer; tests and sandboxes differ by address."""

    def post(self, url: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """The JSON object answered to a JSON body.

        Raises ``ChannelError``: with ``retry`` when the provider may have done it all the same.
        """
        try:
            with requests.post(
                url, json=dict(body), timeout=PATIENCE_SECONDS, allow_redirects=False, stream=True
            ) as answer:
                told = answer.raw.read(MOST_BYTES + 1, decode_content=True)
                status = answer.status_code
        # The body is read below requests, which would wrap what urllib3 says when it breaks off.
        except (requests.RequestException, HTTPError, OSError) as error:
            raise ChannelError(type(error).__name__, retry=True) from error
        if status != requests.codes.ok:
            raise ChannelError(f"answered {status}", retry=status not in REFUSED)
        if len(told) > MOST_BYTES:
            raise ChannelError("the answer is longer than 64 kB", retry=True)
        try:
            return read_object(told)
        except BadJson as error:
            raise ChannelError(f"the answer cannot be read: {error}", retry=True) from error
