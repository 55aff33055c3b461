"""Every URL of the market, as Django's resolver knows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern, RoutePattern

# A value that fits the converter, for URLs whose objects nobody made.
_SAMPLES = {
    "int": "999999",
    "str": "x",
    "slug": "x",
    "uuid": "0" * 8 + "-0000" * 3 + "-" + "0" * 12,
}
_SAMPLES["path"] = "x"


@dataclass(frozen=True)
class Url:
    """One pattern: its name as the table spells it, and a path to it, if one is known."""

    name: str
    route: str
    path: str | None
    takes_objects: bool


def every() -> list[Url]:
    """All of them, each once for a name and a path."""
    return sorted(
        set(_walk(get_resolver(), (), "", "/", False)),
        key=lambda url: (url.name, url.route),
    )


def _walk(
    resolver: URLResolver,
    spaces: tuple[str, ...],
    route: str,
    path: str | None,
    objects: bool,
) -> Iterator[Url]:
    """The patterns below a resolver, with what its own prefix adds."""
    for entry in resolver.url_patterns:
        pattern = entry.pattern
        added = _sample(pattern)
        whole = None if path is None or added is None else path + added
        takes = objects or bool(pattern.converters) or "(?P<" in str(pattern)
        if isinstance(entry, URLPattern):
            name = ":".join((*spaces, entry.name or entry.lookup_str))
            yield Url(name, route + str(pattern), whole, takes)
        else:
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry, inner, route + str(pattern), whole, takes)


def _sample(pattern: object) -> str | None:
    """A piece of path the pattern matches, or nothing when it is an expression with groups."""
    if isinstance(pattern, LocalePrefixPattern):
        return ""
    if isinstance(pattern, RegexPattern):
        text = str(pattern).removeprefix("^").removesuffix("$")
        return text if not set(text) & set("()[]?*+|\\") else None
    assert isinstance(pattern, RoutePattern)
    text = str(pattern)
    for name, converter in pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower()
        kind = {"string": "str"}.get(kind, kind)
        value = _SAMPLES.get(kind, "x")
        text = text.replace(f"<{kind}:{name}>", value).replace(f"<{name}>", value)
    return None if "<" in text else text
