"""Check a trace of the market without trusting the market: ``python verify.py proof.json``.

One file that needs Python 3.11 and nothing else. It is the same file the market itself runs on:
what the market signs and what you check are computed by the same lines.

First part: the event hash of GS1's Core Business Vocabulary 2.0 (section 8.9), equal to the
reference tool ``epcis-event-hash-generator`` 1.9.3 wherever that tool gives an answer.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

# --- The event hash -------------------------------------------------------------------------

# The order in which the fields of an event are written; what a field holds is ordered after it.
_QUANTITY = {"quantityElement": {"epcClass": {}, "quantity": {}, "uom": {}}}
_EPCS: dict[str, Any] = {"epc": {}}
_DEVICE = "deviceID deviceMetadata rawData dataProcessingMethod"
_METADATA = f"time startTime endTime {_DEVICE} bizRules"
_REPORT = (
    f"type exception {_DEVICE} time microorganism chemicalSubstance value component stringValue "
    "booleanValue hexBinaryValue uriValue minValue maxValue meanValue sDev percRank percValue uom "
    "coordinateReferenceSystem"
)
_ORDER: dict[str, Any] = {
    "eventTime": {},
    "eventTimeZoneOffset": {},
    "certificationInfo": {},
    "parentID": {},
    "epcList": _EPCS,
    "inputEPCList": _EPCS,
    "childEPCs": _EPCS,
    "quantityList": _QUANTITY,
    "childQuantityList": _QUANTITY,
    "inputQuantityList": _QUANTITY,
    "outputEPCList": _EPCS,
    "outputQuantityList": _QUANTITY,
    "action": {},
    "transformationID": {},
    "bizStep": {},
    "disposition": {},
    "persistentDisposition": {"set": {}, "unset": {}},
    "readPoint": {"id": {}},
    "bizLocation": {"id": {}},
    # Business transactions, sources and destinations stand here in the standard. The reference
    # tool writes them with the extensions at the end, in the order of the alphabet, and so do we.
    "sensorElementList": {
        "sensorElement": {
            "sensorMetadata": dict.fromkeys(_METADATA.split(), {}),
            "sensorReport": dict.fromkeys(_REPORT.split(), {}),
        }
    },
}
_LEFT_OUT = {"recordTime", "eventID", "type", "errorDeclaration"}
_PAIRS = {
    "bizTransactionList": "bizTransaction",
    "sourceList": "source",
    "destinationList": "destination",
}

# The words of the vocabulary that may stand bare in an event, by the field that may hold them.
_CBV, _GS1 = "https://ref.gs1.org/cbv/", "https://gs1.org/voc/"
_STEPS = """accepting arriving assembling collecting commissioning consigning
    creating_class_instance cycle_counting decommissioning departing destroying disassembling
    dispensing encoding entering_exiting holding inspecting installing killing loading other
    packing picking receiving removing repackaging repairing replacing reserving retail_selling
    sampling sensor_reporting shipping staging_outbound stock_taking stocking storing transporting
    unloading unpacking void_shipping"""
_DISPOSITIONS = """active available completeness_verified completeness_inferred conformant
    container_closed container_open damaged destroyed dispensed disposed encoded expired
    in_progress in_transit inactive mismatch_instance mismatch_class mismatch_quantity
    needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed
    recalled reserved retail_sold returned sellable_accessible sellable_not_accessible stolen
    unavailable unknown"""
_TRANSACTIONS = "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt"
_COMPONENTS = """x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle
    easting northing latitude longitude altitude"""
_MEASURES = """AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Radioactivity Altitude
    AmountOfSubstance AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum
    AngularVelocity Area Capacitance Conductance Conductivity Count Density Dimensionless
    DoseEquivalent DoseEquivalentRate DynamicViscosity ElectricCharge ElectricCurrent
    ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency Illuminance
    Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux
    LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass
    MassConcentration MassFlowRate MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy
    MolarMass MolarVolume Power Pressure RadiantFlux RadiantIntensity RelativeHumidity Resistance
    Resistivity SolidAngle SpecificVolume Speed SurfaceDensity SurfaceTension Temperature Time
    Torque Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber"""
_PARTIES = "owning_party possessing_party location"
_REASONS = "did_not_occur incorrect_data"
_ALARMS = "ALARM_CONDITION ERROR_CONDITION"
_WORDS = {
    ("", "bizStep"): (_CBV + "BizStep-", _STEPS),
    ("", "disposition"): (_CBV + "Disp-", _DISPOSITIONS),
    ("persistentDisposition", "set"): (_CBV + "Disp-", _DISPOSITIONS),
    ("persistentDisposition", "unset"): (_CBV + "Disp-", _DISPOSITIONS),
    ("bizTransactionList", "type"): (_CBV + "BTT-", _TRANSACTIONS),
    ("sourceList", "type"): (_CBV + "SDT-", _PARTIES),
    ("destinationList", "type"): (_CBV + "SDT-", _PARTIES),
    ("errorDeclaration", "reason"): (_CBV + "ER-", _REASONS),
    ("sensorReport", "type"): (_GS1, _MEASURES),
    ("sensorReport", "exception"): (_GS1, _ALARMS),
    ("sensorReport", "component"): (_CBV + "Comp-", _COMPONENTS),
}
_SPELLED_OUT = {where: {w: base + w for w in ws.split()} for where, (base, ws) in _WORDS.items()}
_SCOPES = {scope for scope, _ in _WORDS} - {""}
_ADDRESSES = set(
    """id type certificationInfo bizStep disposition set unset bizLocation readPoint source
    destination transformationID epcList epcClass bizTransaction parentID childEPCs inputEPCList
    outputEPCList deviceID deviceMetadata rawData dataProcessingMethod bizRules exception component
    coordinateReferenceSystem microorganism chemicalSubstance uriValue reason eventID
    correctiveEventIDs""".split()
)
_OLD_WORDS = {
    "urn:epcglobal:cbv:bizstep:": _CBV + "BizStep-",
    "urn:epcglobal:cbv:disp:": _CBV + "Disp-",
    "urn:epcglobal:cbv:btt:": _CBV + "BTT-",
    "urn:epcglobal:cbv:sdt:": _CBV + "SDT-",
    "urn:epcglobal:cbv:er:": _CBV + "ER-",
}
_COMMENTS = {"#text", "rdfs:comment", "comment", "@context"}


class _Node:
    """A field of an event: its name, its text and the fields inside it."""

    __slots__ = ("inner", "name", "text")

    def __init__(self, name: str, text: str = "", inner: list[_Node] | None = None) -> None:
        self.name, self.text, self.inner = name, text, inner or []


def event_hash(event: Mapping[str, Any], context: Any = None) -> str:
    """The identity of an event: ``ni:///sha-256;…?ver=CBV2.0``.

    ``context`` is the ``@context`` of the document the event stands in, or a mapping of prefixes
    to namespaces; an event's own ``@context`` is added to it. The words of EPCIS are always known.
    """
    digest = hashlib.sha256(prehash(event, context).encode()).hexdigest()
    return f"ni:///sha-256;{digest}?ver=CBV2.0"


def prehash(event: Mapping[str, Any], context: Any = None) -> str:
    """The text the hash is taken of: every field in its fixed order and its one normal form."""
    prefixes = _prefixes(context) | _prefixes(event.get("@context"))
    known = set(_vocabulary(event, "", "", prefixes))
    spaces = {prefix: "{" + space + "}" for prefix, space in prefixes.items()}
    top = _structured(_nodes("", _spelled_out(event, known), spaces)[0])
    text = _ordered(top.inner, _ORDER)
    rest = [node for node in top.inner if node.name not in _LEFT_OUT]
    return f"eventType={event.get('type', '')}{text}{_written(rest)}"


def _prefixes(context: Any) -> dict[str, str]:
    """The prefixes a JSON-LD context declares, each with its namespace."""
    found: dict[str, str] = {}
    for part in context if isinstance(context, list | tuple) else [context]:
        if isinstance(part, Mapping):
            for prefix, space in part.items():
                address = space.get("@id") if isinstance(space, Mapping) else space
                if isinstance(address, str):
                    found[prefix] = address
    return found


def _vocabulary(value: Any, key: str, scope: str, prefixes: dict[str, str]) -> Iterator[str]:
    """The words of the GS1 vocabularies an event uses, as full addresses."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if not name.startswith("@"):
                yield from _vocabulary(inner, name, name if name in _SCOPES else scope, prefixes)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _vocabulary(inner, key, scope, prefixes)
    elif isinstance(value, str):
        words = _SPELLED_OUT.get((scope, key)) or _SPELLED_OUT.get(("", key)) or {}
        full = words.get(value, value)
        prefix, colon, local = full.partition(":")
        if key in _ADDRESSES and colon and not local.startswith("//"):
            full = {"cbv": _CBV, "gs1": _GS1, **prefixes}.get(prefix, prefix + ":") + local
        if full.startswith((_CBV[:-1], _GS1[:-1])):
            yield full


def _spelled_out(value: Any, known: set[str]) -> Any:
    """The event with bare words of the vocabulary as full addresses.

    The reference tool replaces a word wherever it stands once the event uses it anywhere, also in
    extensions. It does so across a whole document; here an event's hash never depends on another.
    """
    if isinstance(value, Mapping):
        return {key: _spelled_out(inner, known) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_spelled_out(inner, known) for inner in value]
    if isinstance(value, str):
        same = [word for word in known if word.endswith(("-" + value, "/" + value))]
        return same[0] if len(same) == 1 else value
    return value


def _nodes(name: str, value: Any, spaces: dict[str, str]) -> list[_Node]:
    """A JSON value as fields: a list is the same field several times."""
    if isinstance(value, list):
        return [node for item in value for node in (_nested(name, item, spaces))]
    if not isinstance(value, dict):
        return [_Node(name, _expanded(value, spaces) if isinstance(value, str) else str(value))]
    node = _Node(name, str(value.get("#text", "")))
    for key, inner in value.items():
        if key.startswith("@xmlns"):
            spaces[key[7:]] = "{" + str(inner) + "}"
        elif key not in _COMMENTS:
            children = _nodes("", inner, spaces)
            prefix, colon, local = key.partition(":")
            full = spaces[prefix] + local if colon and prefix in spaces else key
            for child in children:
                child.name = full
            node.inner += children
    return [node]


def _nested(name: str, item: Any, spaces: dict[str, str]) -> list[_Node]:
    """One item of a list; a list within a list is a nameless field."""
    if isinstance(item, list):
        return [_Node(name, inner=_nodes("", item, spaces))]
    return _nodes(name, item, spaces)


def _expanded(text: str, spaces: dict[str, str]) -> str:
    """A value that begins with a declared prefix, with the namespace in its place."""
    prefix, colon, local = text.partition(":")
    return spaces[prefix].strip("{}") + local if colon and prefix in spaces else text


def _structured(node: _Node) -> _Node:
    """The field as it would stand in EPCIS's XML, which names the members of its lists."""
    plain: list[_Node] = []
    lists: dict[str, _Node] = {}
    for child in node.inner:
        if child.name.endswith("List"):
            holder = lists.setdefault(child.name, _Node(child.name))
            member = _Node(child.name[:-4], child.text, child.inner)
            holder.inner.append(_pair(member, child.name) if child.name in _PAIRS else member)
        elif child.name == "childEPCs":
            holder = lists.setdefault(child.name, _Node(child.name))
            holder.inner.append(_Node("epc", child.text))
        else:
            plain.append(child)
    inner = [_structured(child) for child in plain]
    inner += [held if held.name in _PAIRS else _structured(held) for held in lists.values()]
    return _Node(_renamed(node), node.text, inner)


def _pair(member: _Node, name: str) -> _Node:
    """A source, destination or business transaction: its type, then what it is.

    The reference tool writes the two as they happen to stand in the JSON, which has no order; and
    it fails on a transaction without a type, which the standard allows.
    """
    kept = [child for wanted in ("type", _PAIRS[name]) for child in member.inner
            if child.name == wanted]  # fmt: skip
    return _Node("", "", kept)


def _renamed(node: _Node) -> str:
    """The name XML has for a member of a list of items or quantities."""
    if node.name in {"inputEPC", "outputEPC"}:
        return "epc"
    quantity = node.name == "quantity" and node.inner
    if quantity or node.name in {"inputQuantity", "outputQuantity", "childQuantity"}:
        return "quantityElement"
    return node.name


def _ordered(nodes: list[_Node], order: dict[str, Any]) -> str:
    """Write the fields the standard orders and take them out of ``nodes``; extensions follow."""
    extensions = _extensions(nodes)
    text = ""
    for name, inner in order.items():
        found = []
        for node in [node for node in nodes if node.name == name]:
            written = _one(node, inner)
            found += [written] if written else []
            if not node.inner:
                nodes.remove(node)
        text += "".join(sorted(found))
    return text + _written(extensions)


def _extensions(nodes: list[_Node]) -> list[_Node]:
    """Take out the extensions written at the end of the element they stand in.

    Those of the event itself come last of all. The reference tool knows them by a namespace that
    ends in a slash; others it leaves for the end of the event, under the names around them.
    """
    if len(nodes) <= 1 or any("eventTime" in n.name or "action" in n.name for n in nodes):
        return []
    found = [node for node in nodes if "{" in node.name and "/}" in node.name]
    nodes[:] = [node for node in nodes if node not in found]
    return found


def _one(node: _Node, order: dict[str, Any]) -> str:
    """One ordered field, or nothing when it is empty."""
    inner = _ordered(node.inner, order) if order else ""
    text = node.text.strip()
    name = node.name.lower()
    if text:
        text = "=" + (_instant(text) if "time" in name and "offset" not in name else _normal(text))
    return node.name + text + inner if text or inner else ""


def _written(nodes: list[_Node]) -> str:
    """Fields no order is fixed for: sorted as they are written."""
    pieces = []
    for node in nodes:
        text = node.text.strip()
        pieces.append(node.name + ("=" + _normal(text) if text else "") + _written(node.inner))
    typed = any(node.name in _PAIRS.values() for node in nodes)
    return "".join(pieces if typed else sorted(pieces))


_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d+))?(?:Z|([+-]\d\d):?(\d\d))?", re.IGNORECASE
)


def _instant(text: str) -> str:
    """A time in UTC with milliseconds; half a millisecond goes to the even one."""
    said = _INSTANT.fullmatch(text)
    if said is None:
        return text
    day, clock, fraction, hours, minutes = said.groups()
    try:
        at = dt.datetime.fromisoformat(f"{day}T{clock}{hours or '+00'}:{minutes or '00'}")
        at = at.astimezone(dt.UTC)
        at += dt.timedelta(microseconds=round(int(f"{fraction or '0':0<6.6}"), -3))
    except (ValueError, OverflowError):
        return text
    return at.isoformat(timespec="milliseconds")[:-6] + "Z"


def _normal(text: str) -> str:
    """A value in its one form: new words for old, plain numbers, canonical GS1 identifiers."""
    for old, new in _OLD_WORDS.items():
        text = text.replace(old, new)
    text = _number(text)
    return _identifier(text) or text


def _number(text: str) -> str:
    """A number without needless zeros and signs, as a double holds it; other text unchanged."""
    try:
        value = float(text)
        return str(int(value)) if int(value) == value else str(value)
    except (ValueError, OverflowError):
        return text


# --- GS1 identifiers ------------------------------------------------------------------------

_HOST = "https://id.gs1.org/"
_PERCENT = r"%2[125-9A-Fa-f]|%3[0-9A-Fa-f]|%4[1-9A-Fa-f]|%5[0-9AaFf]|%6[1-9A-Fa-f]|%7[0-9Aa]"
_SIGN = rf"(?:{_PERCENT}|[!')(*+,.0-9:;=A-Za-z_-])"
_PART = r"(?:%2[3dfDF]|%3[0-9]|%4[1-9A-Fa-f]|%5[0-9Aa]|[0-9A-Z-])"
_ESCAPED = {sign: f"%{ord(sign):02X}" for sign in "!()*+,:"}


def _split(digits: int) -> str:
    """A company prefix of 6 to 12 digits, a dot, and a reference that fills up to ``digits``."""
    sizes = "|".join(f"[0-9]{{{n}}}\\.[0-9]{{{digits - n}}}" for n in range(6, 13))
    return f"(?P<key>{sizes})"


def _varied(sign: str) -> str:
    """A company prefix, a dot, and a reference of any length up to 30 signs together."""
    sizes = "|".join(f"[0-9]{{{n}}}\\.{sign}{{1,{30 - n}}}" for n in range(6, 13))
    return f"(?P<key>{sizes})"


# The reference tool does not know the empty reference of a 12-digit prefix for these schemes.
_NO_EMPTY = r"(?<![0-9]{12}\.)"
_SERIAL = rf"\.(?P<tail>{_SIGN}{{1,20}})"
_PIECES = r"\.(?P<piece>[0-9]{2})\.(?P<total>[0-9]{2})"
# How each EPC scheme reads, and what is made of it: {gtin} moves the indicator to the front,
# {check} adds the check digit, {key} is prefix and reference together.
_SCHEMES = {
    "id:sgtin": (_split(13) + _SERIAL, "01/{gtin}/21/{tail}"),
    "id:sscc": (_split(17), "00/{gtin}"),
    "id:sgln": (_split(12) + _SERIAL, "414/{check}/254/{tail}"),
    "id:grai": (_split(12) + _NO_EMPTY + rf"\.(?P<tail>{_SIGN}{{1,16}})", "8003/0{check}{tail}"),
    "id:giai": (_varied(_SIGN), "8004/{key}"),
    "id:gsrn": (_split(17), "8018/{check}"),
    "id:gsrnp": (_split(17), "8017/{check}"),
    "id:gdti": (_split(12) + _NO_EMPTY + _SERIAL, "253/{check}{tail}"),
    "id:cpi": (_varied(_PART) + r"\.(?P<tail>[0-9]{1,12})", "8010/{key}/8011/{tail}"),
    "id:sgcn": (_split(12) + r"\.(?P<tail>[0-9]{1,12})", "255/{check}{tail}"),
    "id:ginc": (_varied(_SIGN), "401/{key}"),
    "id:gsin": (_split(16), "402/{check}"),
    "id:itip": (_split(13) + _PIECES + _SERIAL, "8006/{gtin}{piece}{total}/21/{tail}"),
    "id:upui": (_split(13) + rf"\.(?P<tail>{_SIGN}{{1,28}})", "01/{gtin}/235/{tail}"),
    "id:pgln": (_split(12), "417/{check}"),
    "class:lgtin": (_split(13) + _SERIAL, "01/{gtin}/10/{tail}"),
    "idpat:sgtin": (_split(13) + r"\.\*", "01/{gtin}"),
    "idpat:grai": (_split(12) + _NO_EMPTY + r"\.\*", "8003/0{check}"),
    "idpat:gdti": (_split(12) + _NO_EMPTY + r"\.\*", "253/{check}"),
    "idpat:sgcn": (_split(12) + _NO_EMPTY + r"\.\*", "255/{check}"),
    "idpat:cpi": (_varied(_PART) + r"\.\*", "8010/{key}"),
    "idpat:itip": (_split(13) + _PIECES + r"\.\*", "8006/{gtin}{piece}{total}"),
    "idpat:upui": (_split(13) + r"\.\*", "01/{gtin}"),
}


def _identifier(text: str) -> str | None:
    """The canonical GS1 Digital Link of an identifier, or nothing when it is none."""
    if text.startswith("urn:epc:"):
        return _from_urn(text)
    return _from_link(text) if text.startswith(("http:", "https:")) else None


def _from_urn(text: str) -> str | None:
    """An EPC URN as a Digital Link."""
    _, _, kind, name, rest = (text.split(":", 4) + ["", ""])[:5]
    pattern, form = _SCHEMES.get(f"{kind}:{name}", ("", ""))
    said = re.fullmatch(pattern, rest) if pattern else None
    if said is None:
        return None
    parts = said.groupdict()
    prefix, _, reference = parts["key"].partition(".")
    escaped = {key: "".join(_ESCAPED.get(c, c) for c in value) for key, value in parts.items()}
    if name == "sgln" and parts["tail"] == "0":
        form = "414/{check}"
    return _HOST + form.format(
        **{**escaped, "key": "".join(_ESCAPED.get(c, c) for c in prefix + reference)},
        gtin=_checked(reference[:1] + prefix + reference[1:]) if "{gtin}" in form else "",
        check=_checked(("0" if "0{check}" in form else "") + prefix + reference).removeprefix(
            "0" if "0{check}" in form else ""
        )
        if "{check}" in form
        else "",
    )


def _checked(digits: str) -> str:
    """A GS1 key with its check digit: threes and ones from the right."""
    total = sum(int(digit) * (1 if i % 2 else 3) for i, digit in enumerate(reversed(digits)))
    return digits + str(-total % 10)


_SHORT_NAMES = {
    "gtin": "01", "itip": "8006", "cpid": "8010", "gln": "414", "party": "417", "gsrnp": "8017",
    "gsrn": "8018", "gcn": "255", "sscc": "00", "gdti": "253", "ginc": "401", "gsin": "402",
    "grai": "8003", "giai": "8004", "cpv": "22", "lot": "10", "ser": "21",
}  # fmt: skip
_AIS = ("00", "01", "253", "255", "401", "402", "414", "417", "8003", "8004", "8006", "8010",
        "8017", "8018")  # fmt: skip
_KEYS = "|".join((*_AIS, *(name for name, ai in _SHORT_NAMES.items() if ai in _AIS)))
_PLAIN = r"[\x22'\-.0-9;-?A-Z_a-z]"
_LINK = re.compile(rf"https?:[^?#]*/(?:{_KEYS})/[0-9]{{4}}[^/]")
# The dots match any sign, as in the reference tool.
_CANONICAL_HOST = re.compile(rf"https://id.gs1.org/(?:{'|'.join(_AIS)})/[0-9]{{4}}[^/]")
_CANONICAL = re.compile(
    "https://id.gs1.org/(?:"
    rf"00/[0-9]{{18}}|01/[0-9]{{14}}(?:/(?:21|10)/{_PLAIN}{{0,20}}|/235/{_PLAIN}{{0,28}})?"
    rf"|253/[0-9]{{13}}{_PLAIN}{{0,17}}|255/[0-9]{{13,25}}|401/{_PLAIN}{{0,30}}|402/[0-9]{{17}}"
    rf"|414/[0-9]{{13}}(?:/254/{_PLAIN}{{0,20}})?|417/[0-9]{{13}}"
    rf"|8003/[0-9]{{14}}{_PLAIN}{{0,16}}|8004/{_PLAIN}{{0,30}}"
    rf"|8006/[0-9]{{18}}(?:/(?:21|10)/{_PLAIN}{{0,20}})?"
    r"|8010/[#\-/0-9A-Z]{0,30}(?:/8011/[0-9]{0,12})?|801[78]/[0-9]{18})"
)
_VARIANT = re.compile(
    rf"(https://id.gs1.org/(?:8006/[0-9]{{18}}|01/[0-9]{{14}}))/22/(?={_PLAIN}{{0,20}}$"
    rf"|(?:{_PLAIN}|/){{0,20}}$)[^/]*"
)
_LOT_AND_SERIAL = re.compile(
    rf"(https://id.gs1.org/(?:8006/[0-9]{{18}}|01/[0-9]{{14}}))/10/{_PLAIN}{{0,20}}"
    rf"(/21/{_PLAIN}{{0,20}})$"
)


def _from_link(text: str) -> str | None:
    """A Digital Link of any host as the canonical one, at its finest level, without its query.

    As in the reference tool a link with an escaped sign, or with more than twenty signs from the
    variant on, is left as it stands.
    """
    if "." not in text or not _LINK.match(text):
        return None
    link = text.partition("?")[0]
    for name, ai in _SHORT_NAMES.items():
        link = link.replace(f"/{name}/", f"/{ai}/")
    if not _CANONICAL_HOST.match(link):
        first = next((ai for ai in _AIS if f"/{ai}/" in link), None)
        link = _HOST + link[link.index(f"/{first}/") + 1 :] if first else link
    digits = re.match(r"https://id.gs1.org/01/([0-9]*)", link)
    for size in (14, 13, 12, 8):
        if digits and len(digits[1]) >= size:
            link = link.replace("/01/", "/01/" + "0" * (14 - size))
            break
    link = _VARIANT.sub(r"\1", link)
    link = _LOT_AND_SERIAL.sub(r"\1\2", link)
    return link if _CANONICAL.fullmatch(link) else None
