"""Visitors: one who asks for a page again and again, one who buys as a guest."""

import http.client
import http.cookiejar
import json
import re
import time
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit


@dataclass
class Answer:
    """Status, headers (by their names in small letters) and body of one answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Visitor:
    """Keeps one connection and its cookies, as a phone does."""

    def __init__(self, address: str) -> None:
        """Come to an address."""
        parts = urlsplit(address)
        self.origin = address
        self.connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        self.cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self._ask("GET", path, None, headers)

    def post(self, path: str, form: dict[str, object]) -> Answer:
        """Send a form with the token that the last page gave."""
        fields = form | {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        body = urlencode(fields, doseq=True).encode()
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": self.origin,
            "Referer": self.origin + path,
        }
        return self._ask("POST", path, body, headers)

    def send(self, method: str, path: str, data: object, **headers: str) -> Answer:
        """Send JSON to the REST interface."""
        body = json.dumps(data).encode()
        return self._ask(method, path, body, {"Content-Type": "application/json"} | headers)

    def raw(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        """Send these very bytes, as a provider does."""
        return self._ask(method, path, body, headers)

    @property
    def cookie(self) -> str:
        """The cookies as they are sent along."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        """One request over the kept connection."""
        if self.cookies:
            headers = headers | {"Cookie": self.cookie}
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        content = response.read()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";", 1)[0].split("=", 1)
            self.cookies[name] = value
        told = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, told, content)


def repeat(address: str, paths: list[str], seconds: float) -> int:
    """Ask for the paths in turn for so many seconds; answers how often, refuses any error."""
    visitor = Visitor(address)
    count, ends = 0, time.monotonic() + seconds
    while time.monotonic() < ends:
        answer = visitor.get(paths[count % len(paths)])
        if answer.status != 200:
            raise RuntimeError(f"{paths[count % len(paths)]} answered {answer.status}")
        count += 1
    return count


def ask_again(address: str, path: str, seconds: float) -> int:
    """Read a page, then ask whether it has changed; refuses any answer but that it has not.

    What others bought since the last time has changed the page, so it is read anew each time.
    """
    visitor = Visitor(address)
    mark = visitor.get(path).headers["etag"]
    count, ends = 0, time.monotonic() + seconds
    while time.monotonic() < ends:
        answer = visitor.get(path, **{"If-None-Match": mark})
        if answer.status != 304:
            raise RuntimeError(f"{path} answered {answer.status}, not that it is unchanged")
        count += 1
    return count


def links(address: str, path: str, pattern: str) -> list[str]:
    """The different links of a page that match ``pattern``."""
    found = re.findall(rf'href="({pattern})"', Visitor(address).get(path).text)
    return list(dict.fromkeys(found))
