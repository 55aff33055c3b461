"""Letters to people: written in the reader's language, sent by mail, Zalo or text message."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils import translation

from marketplace.people.models import User
from marketplace.records import carriers, clock, dead_letters, outbox, wishes
from marketplace.records.models import SentLetter

_FACTS = ("name", "number", "total", "status", "url")


def address(user: User) -> str:
    """Where a person reads letters: the e-mail when there is one, else the phone."""
    return user.email or user.phone or ""


def send(to: str, template: str, context: Mapping[str, Any], *, lang: str, key: str) -> None:
    """Render ``templates/letters/<template>`` and hand it to the carrier, once for a key.

    An address with an @ gets a mail (``.subject.txt``, ``.txt``, and ``.html`` if there is
    one); a phone number gets ``.sms.txt``, or ``.txt`` when there is none, by Zalo and, where
    that does not reach it, by text message. Errors of the carrier are raised, so that the outbox
    tries again; the message's id stays the same.
    """
    if SentLetter.objects.filter(key=key).exists():
        return
    with translation.override(lang):
        letter = _mail(to, template, context) if "@" in to else _text(to, template, context)
    letter.key, letter.template, letter.lang = key, template, lang
    letter.message_id = message_id(key)
    try:
        letter.way = _hand_over(letter, context)
    except Exception as error:
        error.add_note(dead_letters.masked(to))
        raise
    if not settings.LETTERS_KEEP_TEXT:
        letter.to = letter.subject = letter.text = letter.html = ""
    letter.save(force_insert=True)


def send_news(to: str, template: str, context: Mapping[str, Any], *, lang: str, key: str) -> None:
    """Send what is not about an order: with a way to end such letters, and not to who ended them.

    A letter that was not sent for that reason is kept as such, and stays unsent at every attempt.
    """
    reader = wishes.reader(to)
    if reader.unsubscribed_at is None:
        with translation.override(lang):
            known = {**context, "unsubscribe_url": wishes.link(reader)}
        send(to, template, known, lang=lang, key=key)
    elif not SentLetter.objects.filter(key=key).exists():
        SentLetter.objects.create(
            key=key,
            way=SentLetter.Way.NONE,
            template=template,
            lang=lang,
            message_id=message_id(key),
            to=to if settings.LETTERS_KEEP_TEXT else "",
        )


def message_id(key: str) -> str:
    """The same Message-ID for the same key, so that a letter sent twice is shown once."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{host}>"


def _mail(to: str, template: str, context: Mapping[str, Any]) -> SentLetter:
    """A mail as it will be sent; the subject is one line whatever the context holds."""
    words = _words(context)
    subject = render_to_string(f"letters/{template}.subject.txt", words)
    return SentLetter(
        way=SentLetter.Way.MAIL,
        to=to,
        subject=" ".join(subject.split())[:250],
        text=_plain(render_to_string(f"letters/{template}.txt", words)),
        html=_html(template, words),
    )


def _text(to: str, template: str, context: Mapping[str, Any]) -> SentLetter:
    """A text message as it will be sent."""
    names = [f"letters/{template}.sms.txt", f"letters/{template}.txt"]
    text = _plain(render_to_string(names, _words(context)))
    return SentLetter(way=SentLetter.Way.SMS, to=to, text=text)


def _html(template: str, words: dict[str, Any]) -> str:
    """The mail's HTML part, or nothing when the letter has none."""
    try:
        return render_to_string(f"letters/{template}.html", words)
    except TemplateDoesNotExist as missing:
        if missing.args and missing.args[0] == f"letters/{template}.html":
            return ""
        raise


def _words(context: Mapping[str, Any]) -> dict[str, Any]:
    """What every letter knows beside its own facts."""
    return {
        "public_url": settings.PUBLIC_URL,
        "market_name": settings.MARKET_NAME,
        "help_phone": settings.HELP_PHONE,
        "help_hours": settings.HELP_HOURS,
        "sent_on": clock.local_day(),
        **context,
    }


def _plain(text: str) -> str:
    """Text without the blank lines that template tags leave behind."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
    return "\n".join(kept) + "\n"


def _hand_over(letter: SentLetter, context: Mapping[str, Any]) -> str:
    """Give the letter to the carriers that may take it; answers with the way it went."""
    message = carriers.Message(
        id=letter.message_id,
        to=letter.to,
        template=letter.template,
        lang=letter.lang,
        text=letter.text,
        subject=letter.subject,
        html=letter.html,
        facts=_facts(context),
        headers=_headers(context),
    )
    return carriers.deliver(message, _ways(letter))


def _headers(context: Mapping[str, Any]) -> dict[str, str]:
    """What lets a mail program end such letters by one press (RFC 8058), where they may end."""
    link = context.get("unsubscribe_url")
    if not link:
        return {}
    return {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _ways(letter: SentLetter) -> tuple[str, ...]:
    """How the letter may travel, the best way first; codes and links to sign in never by Zalo.

    Whoever holds the number's card reads its text messages; a Zalo account may be another's.
    """
    if letter.way == SentLetter.Way.MAIL:
        return (letter.way,)
    if letter.template.startswith("account/"):
        return (SentLetter.Way.SMS,)
    return (SentLetter.Way.ZALO, SentLetter.Way.SMS)


def _facts(context: Mapping[str, Any]) -> dict[str, str]:
    """What a template kept by a carrier may be filled with: no more of the letter than this.

    A parcel's or an order's number is called ``number`` whatever the letter calls it.
    """
    facts = {name: str(context[name])[:100] for name in _FACTS if name in context}
    part, order = context.get("part"), context.get("order")
    if part is not None:
        facts["number"] = str(part.number)
    elif isinstance(order, Mapping) and "number" in order:
        facts["number"] = str(order["number"])
    return facts


@outbox.handles("people.letter", secret=True)
def _people_letter(payload: dict[str, Any]) -> None:
    """Deliver a letter about a person's account."""
    send(
        payload["to"],
        payload["template"],
        payload["context"],
        lang=payload["lang"],
        key=payload["letter"],
    )
