"""Ask the resolver, and read what it answers."""

from django.conf import settings
from django.utils import translation

GTIN = "09521234000013"
VOC = "https://ref.gs1.org/voc/"
ROOT = settings.TRACE_URL
LINKSET = "application/linkset+json"


def linkset(client, path, **headers):
    answer = client.get(f"{path}?linkType=linkset", headers=headers)
    assert answer.status_code == 200
    return answer.json()["linkset"]


def said(words, language):
    with translation.override(language):
        return str(words)


def link_header(answer):
    """Each relation of the header ``Link`` with its address."""
    parts = [part.split(">; ", 1) for part in answer["Link"].split(", ")]
    return {rest.split('rel="', 1)[1].split('"')[0]: href[1:] for href, rest in parts}
