"""A browser without scripts: it reads pages, follows links, and sends forms as they stand."""

from __future__ import annotations

from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client


class Visitor:
    """Somebody with a browser of his own; ``page`` is what he sees, ``address`` where he is."""

    def __init__(self, client: Client | None = None, **headers: str) -> None:
        """Sit down before an empty page."""
        self.client = client or Client(headers=headers)
        self.address = "/"
        self.content = b""
        self.page = BeautifulSoup("", "html.parser")

    def open(self, address: str) -> Visitor:
        """Go to an address, through redirects, to a page that is there."""
        return self._see(self.client.get(urljoin(self.address, address), follow=True))

    def follow(self, words: str) -> Visitor:
        """Press the link with these words; where several have them, the first."""
        return self.open(self._link(words))

    def send(self, form: str, *, press: str = "", **typed: str) -> Visitor:
        """Fill in what is typed, leave the rest of the form as it stands, and press the button.

        ``press`` is the value of the button, where the form tells by it what to do.
        """
        found = self.page.select_one(form)
        assert found is not None, f"No form {form!r} at {self.address}"
        unknown = set(typed) - {str(field["name"]) for field in found.select("[name]")}
        assert not unknown, f"The form has no fields {unknown}"
        fields = _standing(found) | typed
        if press:
            button = found.select_one(f'button[value="{press}"]')
            assert button is not None, f"No button {press!r}"
            fields[str(button["name"])] = press
        target = urljoin(self.address, str(found.get("action") or self.address))
        by = self.client.post if found.get("method", "get") == "post" else self.client.get
        return self._see(by(target, fields, follow=True))

    @property
    def words(self) -> str:
        """The text of the page, blanks closed up."""
        return " ".join(self.page.get_text(" ").split())

    def file(self, words: str) -> bytes:
        """What lies behind the link with these words."""
        answer = self.client.get(urljoin(self.address, self._link(words)))
        assert answer.status_code == 200
        return bytes(answer.content)

    def _link(self, words: str) -> str:
        for link in self.page.select("a[href]"):
            if words in " ".join(link.get_text(" ").split()):
                return str(link["href"])
        raise AssertionError(f"No link {words!r} at {self.address}")

    def _see(self, answer: HttpResponse) -> Visitor:
        assert answer.status_code == 200, answer.content.decode()[:3000]
        asked = answer.request  # type: ignore[attr-defined] -- the test client adds it
        query = asked["QUERY_STRING"]
        self.address = asked["PATH_INFO"] + (f"?{query}" if query else "")
        self.content = bytes(answer.content)
        self.page = BeautifulSoup(self.content, "html.parser")
        return self


def _standing(form: Tag) -> dict[str, str]:
    """What a browser would send of the form's fields if nobody touched them."""
    fields: dict[str, str] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        name = str(field["name"])
        if field.has_attr("disabled"):
            continue
        if field.name == "textarea":
            fields[name] = field.get_text()
        elif field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            fields[name] = str(chosen.get("value", chosen.get_text())) if chosen else ""
        elif field.get("type") in ("radio", "checkbox"):
            if field.has_attr("checked"):
                fields[name] = str(field.get("value", "on"))
        elif field.get("type") not in ("submit", "button", "file"):
            fields[name] = str(field.get("value", ""))
    return fields
