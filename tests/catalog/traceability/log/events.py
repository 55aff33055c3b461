"""Any valid EPCIS 2.0 event, for the tests of its hash."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

EPCIS = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
CONTEXT: list[Any] = [
    EPCIS,
    {
        "sl": "https://market.example.vn/ns/",
        "hash": "https://market.example.vn/other#",
        "urn1": "urn:example:",
    },
]

signs = st.text("ABCXYZabcxyz0123456789-_.", min_size=1, max_size=12)
words = st.sampled_from(
    ["packing", "active", "Temperature", "x", "nhãn chín muộn", "  a ", "", "z"]
)
digits = st.text("0123456789", min_size=13, max_size=13)
numbers = st.one_of(
    st.integers(-(10**6), 10**6),
    st.floats(-1e6, 1e6, allow_nan=False),
    st.sampled_from([1.0, 820.0, 0.1, 1e-7, 1e21, 0.00001, 14, 1e16, -0.0]),
)
numerals = st.sampled_from(["007", "+5", "1.50", "1e3", ".5", "5.", "1_000", "0x1", "nan", "1 2"])


@st.composite
def links(draw: st.DrawFn) -> str:
    """A GS1 Digital Link of some host, or something much like one."""
    hosts = ("id.gs1.org", "trace.example.vn:8443/a", "dl.example.com")
    host = draw(st.sampled_from([f"https://{name}" for name in hosts] + ["http://id.gs1.org"]))
    number = draw(digits)
    size = draw(st.sampled_from([8, 12, 13, 14]))
    rest = draw(st.sampled_from(["", "/10/{a}", "/21/{a}", "/10/{a}/21/{b}", "/22/{a}/10/{b}",
                                 "/22/2A/10/L1/21/9", "/235/{a}", "/lot/{a}/ser/{b}", "/22/{a}",
                                 "/10/{a}?17=261231", "/10/a%2Fb", "/21/{a}#top", "/",
                                 "/22/{a}/21/{b}?x=1"]))  # fmt: skip
    other = draw(st.sampled_from(["", "/254/{a}", "/7040/{a}", "?a=1"]))
    form = draw(st.sampled_from([
        "/01/" + (number + "0")[:size] + rest, "/gtin/" + (number + "7")[:size] + rest,
        "/414/" + number + other, "/gln/" + number + other, "/417/" + number, "/party/" + number,
        "/00/" + number + "12345", "/sscc/" + number + "12345", "/8003/0" + number + "{a}",
        "/grai/0" + number + "{a}", "/8004/" + number + "{a}", "/giai/" + number + "{a}",
        "/253/" + number + "{a}", "/gdti/" + number, "/255/" + number + "12", "/401/" + number,
        "/402/" + number + "1234", "/8006/" + number + "10102" + rest, "/itip/" + number + "10102",
        "/8010/" + number + "AB/8011/12", "/cpid/" + number, "/8017/" + number + "12345",
        "/8018/" + number + "12345", "/gsrn/" + number + "12345", "/gsrnp/" + number + "12345",
        "/other/" + number, "/AbCdEfGhIj"]))  # fmt: skip
    return host + form.format(a=draw(signs), b=draw(signs))


@st.composite
def urns(draw: st.DrawFn) -> str:
    """An EPC URN of some scheme, mostly a right one."""
    scheme, length, tail = draw(st.sampled_from([
        ("id:sgtin", 13, ".{a}"), ("id:sscc", 17, ""), ("id:sgln", 12, ".{a}"),
        ("id:sgln", 12, ".0"), ("id:grai", 12, ".{a}"), ("id:gsrn", 17, ""), ("id:gsrnp", 17, ""),
        ("id:gdti", 12, ".{a}"), ("id:sgcn", 12, ".123"), ("id:gsin", 16, ""),
        ("id:itip", 13, ".01.02.{a}"), ("id:upui", 13, ".{a}"), ("id:pgln", 12, ""),
        ("class:lgtin", 13, ".{a}"), ("idpat:sgtin", 13, ".*"), ("idpat:grai", 12, ".*"),
        ("idpat:gdti", 12, ".*"), ("idpat:sgcn", 12, ".*"), ("idpat:itip", 13, ".01.02.*"),
        ("idpat:upui", 13, ".*"), ("id:giai", 0, "{a}"), ("id:ginc", 0, "{a}"),
        ("id:cpi", 0, "AB-12.34"), ("idpat:cpi", 0, "AB12.*"), ("id:gid", 13, "")]))  # fmt: skip
    prefix = draw(st.integers(6, 12))
    number = draw(st.text("0123456789", min_size=17, max_size=17))
    reference = number[prefix:length] if length else ""
    serial = draw(st.text("ABCabc019!'()*+,:;=_-.", min_size=1, max_size=12)) + draw(
        st.sampled_from(["", "%2F", "%25", "%3C"])
    )
    tail = tail.replace("{a}", serial)
    return f"urn:epc:{scheme}:{number[:prefix]}.{reference}{tail}"


identifiers = st.one_of(links(), urns(), st.just("urn:uuid:7d0c0c7e-3f6b-4f0b-9a5e-2c6b5a2f0001"))
texts = st.one_of(signs, words, numerals, identifiers, st.just("sl:thing"))
plain = st.one_of(texts, numbers, st.booleans())
keys = st.sampled_from([
    "sl:harvestDate", "sl:list", "sl:myList", "sl:reaction", "hash:note", "hash:time", "urn1:x",
    "sl:source", "sl:eventTimes"])  # fmt: skip
extensions = st.dictionaries(
    keys,
    st.recursive(
        plain,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)
        ),
        max_leaves=6,
    ),
    max_size=3,
)


@st.composite
def instants(draw: st.DrawFn) -> str:
    """A time with its offset; fractions that round up to a whole second are tested by hand."""
    at = draw(st.datetimes()).replace(microsecond=0, fold=0)
    if not 1900 < at.year < 2200:
        at = at.replace(year=2026, day=1)
    fraction = draw(st.sampled_from(["", ".5", ".123", ".1235", ".1225", ".123456789", ".000"]))
    return at.isoformat() + fraction + draw(st.sampled_from(["Z", "+07:00", "-03:30", "+00:00"]))


def _words(prefix: str, urn: str, *bare: str) -> st.SearchStrategy[str]:
    """A word of the vocabulary in each of its spellings."""
    base = "https://ref.gs1.org/cbv/"
    return st.sampled_from(
        [
            *bare,
            *(base + prefix + w for w in bare),
            *(f"urn:epcglobal:cbv:{urn}:{w}" for w in bare),
            "https://market.example.vn/own-word",
            f"cbv:{prefix}{bare[0]}",
        ]
    )


steps = _words("BizStep-", "bizstep", "packing", "shipping", "retail_selling", "other")
dispositions = _words("Disp-", "disp", "active", "in_transit", "recalled", "inactive")
quantities = st.lists(
    st.fixed_dictionaries(
        {"epcClass": identifiers},
        optional={"quantity": numbers, "uom": st.just("KGM"), "sl:note": plain},
    ),
    max_size=3,
)
items = st.lists(identifiers, max_size=3)


def _pairs(name: str, *kinds: str) -> st.SearchStrategy[Any]:
    """Sources, destinations or transactions, each with its type first."""
    pair = st.builds(lambda kind, what: {"type": kind, name: what}, st.sampled_from(kinds), texts)
    return st.lists(pair, max_size=3)


places = st.builds(lambda where, more: {"id": where, **more}, identifiers, extensions)
devices = {
    "deviceID": identifiers, "deviceMetadata": texts, "rawData": texts, "bizRules": texts,
}  # fmt: skip
reports = st.builds(
    lambda told, more: {**told, **more},
    st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(["Temperature", "gs1:Mass", "https://gs1.org/voc/Mass"]),
            "exception": st.just("ALARM_CONDITION"),
            "time": instants(),
            "value": numbers,
            "component": st.sampled_from(["x", "latitude"]),
            "stringValue": texts,
            "uom": st.just("CEL"),
            "booleanValue": st.booleans(),
            "hexBinaryValue": st.just("F0"),
            "minValue": numbers,
            "sDev": numbers,
            "uriValue": texts,
            "microorganism": texts,
            "coordinateReferenceSystem": texts,
            "deviceID": identifiers,
        },
    ),
    extensions,
)
sensors = st.lists(
    st.builds(
        lambda told, more: {**told, **more},
        st.fixed_dictionaries(
            {"sensorReport": st.lists(reports, min_size=1, max_size=2)},
            optional={
                "sensorMetadata": st.builds(
                    lambda told, more: {**told, **more},
                    st.fixed_dictionaries(
                        {}, optional={"time": instants(), "startTime": instants(), **devices}
                    ),
                    extensions,
                )
            },
        ),
        extensions,
    ),
    max_size=2,
)
_PARTIES = ("owning_party", "possessing_party", "urn:epcglobal:cbv:sdt:location",
            "https://ref.gs1.org/cbv/SDT-location")  # fmt: skip
fields: dict[str, st.SearchStrategy[Any]] = {
    "eventID": texts, "recordTime": instants(), "action": st.sampled_from(["ADD", "OBSERVE"]),
    "bizStep": steps, "disposition": dispositions, "readPoint": places, "bizLocation": places,
    "persistentDisposition": st.fixed_dictionaries(
        {}, optional={"set": st.lists(dispositions, max_size=2),
                      "unset": st.lists(dispositions, max_size=2)}),
    "parentID": identifiers, "epcList": items, "childEPCs": items, "inputEPCList": items,
    "outputEPCList": items, "quantityList": quantities, "childQuantityList": quantities,
    "inputQuantityList": quantities, "outputQuantityList": quantities,
    "transformationID": texts, "ilmd": extensions, "sensorElementList": sensors,
    "certificationInfo": st.one_of(texts, st.lists(texts, max_size=2)),
    "bizTransactionList": _pairs("bizTransaction", "po", "desadv", "urn:epcglobal:cbv:btt:inv"),
    "sourceList": _pairs("source", *_PARTIES),
    "destinationList": _pairs("destination", *_PARTIES),
    "errorDeclaration": st.fixed_dictionaries(
        {"declarationTime": instants()}, optional={"reason": st.just("did_not_occur")}),
}  # fmt: skip
_TYPES = [f"{kind}Event" for kind in
          ("Object", "Aggregation", "Transformation", "Transaction", "Association")]  # fmt: skip
events = st.builds(
    lambda told, more: {**told, **more},
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(_TYPES),
            "eventTime": instants(),
            "eventTimeZoneOffset": st.sampled_from(["+07:00", "Z"]),
        },
        optional=fields,
    ),
    extensions,
)
