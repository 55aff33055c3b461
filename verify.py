"""Check a trace of the market without trusting the market: ``python verify.py proof.json``.

One file that needs Python 3.11 and nothing else. It is the same file the market itself runs on:
what the market signs and what you check are computed by the same lines. docs/log.md says what
is checked and in which form, to the byte.

    python verify.py proof.json [--checkpoint F] [--consistency F] [--witness-keys F] [--log-key K]
    python verify.py label ADDRESS --keys keys.json [--log-key K] [--by NAME]

The second checks the signature in the address a label of a lot or pallet holds, by the keys that
``/log/keys`` hands out. ``--by`` is the cooperative whose name stands on the label.

Answers one line of JSON and ends with 0 when all is true, 1 when it is false, and 2 when something
cannot be read. Without ``--log-key`` the province's key is taken from the proof or the keys:
compare the ``log_key`` of the answer with the one printed by the province.

The event hash is that of GS1's Core Business Vocabulary 2.0 (section 8.9), equal to the reference
tool ``epcis-event-hash-generator`` 1.9.3 wherever that tool gives an answer.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import datetime as dt
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

# --- The event hash -------------------------------------------------------------------------

# The order in which the fields of an event are written; what a field holds is ordered after it.
_QUANTITY: dict[str, Any] = {"quantityElement": {"epcClass": {}, "quantity": {}, "uom": {}}}
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
            "sensorMetadata": {key: {} for key in _METADATA.split()},
            "sensorReport": {key: {} for key in _REPORT.split()},
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
_IRIS = """id type certificationInfo bizStep disposition set unset bizLocation readPoint source
    destination transformationID epcList epcClass bizTransaction parentID childEPCs inputEPCList
    outputEPCList deviceID deviceMetadata rawData dataProcessingMethod bizRules exception component
    coordinateReferenceSystem microorganism chemicalSubstance uriValue reason eventID
    correctiveEventIDs"""
_ADDRESSES = frozenset(_IRIS.split())
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
        full = _full_address(value, key, scope, prefixes)
        if full.startswith((_CBV[:-1], _GS1[:-1])):
            yield full


def _full_address(value: str, key: str, scope: str, prefixes: dict[str, str]) -> str:
    """A value as JSON-LD reads it: a word of its field's list, or an address with a prefix."""
    words = _SPELLED_OUT.get((scope, key)) or _SPELLED_OUT.get(("", key)) or {}
    full = words.get(value, value)
    prefix, colon, local = full.partition(":")
    if key in _ADDRESSES and colon and not local.startswith("//"):
        return {"cbv": _CBV, "gs1": _GS1, **prefixes}.get(prefix, prefix + ":") + local
    return full


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
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d+))?(?:Z|([+-]\d\d):?(\d\d))?",
    re.IGNORECASE | re.ASCII,
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
_DOTTED = (
    r"\.(?:(?<![0-9]{12}\.\.)(?!.{17})|(?=\..))"  # Or only with a serial that begins with a dot.
)
_SERIAL = rf"\.(?P<tail>{_SIGN}{{1,20}})"
_PIECES = r"\.(?P<piece>[0-9]{2})\.(?P<total>[0-9]{2})"
# How each EPC scheme reads, and what is made of it: {gtin} moves the indicator to the front,
# {check} adds the check digit, {key} is prefix and reference together.
_SCHEMES = {
    "id:sgtin": (_split(13) + _SERIAL, "01/{gtin}/21/{tail}"),
    "id:sscc": (_split(17), "00/{gtin}"),
    "id:sgln": (_split(12) + _SERIAL, "414/{check}/254/{tail}"),
    "id:grai": (_split(12) + _DOTTED + rf"(?P<tail>{_SIGN}{{1,17}})", "8003/0{check}{tail}"),
    "id:giai": (_varied(_SIGN), "8004/{key}"),
    "id:gsrn": (_split(17), "8018/{check}"),
    "id:gsrnp": (_split(17), "8017/{check}"),
    "id:gdti": (_split(12) + _SERIAL, "253/{check}{tail}"),
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
    _, _, kind, name, rest = [*text.split(":", 4), "", ""][:5]
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


# --- Canonical JSON: RFC 8785 ---------------------------------------------------------------


class Unreadable(Exception):
    """What was given cannot be read."""


class Untrue(Exception):
    """What was given can be read, and is not true."""


def canonical(value: Any) -> bytes:
    """The one way to write a JSON value: sorted keys, no blanks, numbers as ECMAScript has them."""
    try:
        return _json(value).encode()
    except UnicodeEncodeError as error:
        raise Unreadable("A text holds half a character.") from error


def _json(value: Any) -> str:
    """One value."""
    if isinstance(value, Mapping):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{_json(key)}:{_json(value[key])}" for key in keys) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_json(item) for item in value) + "]"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _ecmascript(value)
    return json.dumps(value, ensure_ascii=False)


def _ecmascript(value: float) -> str:
    """A number as JavaScript writes it."""
    if value != value or (abs(value) > 2**53 - 1 and isinstance(value, int)):  # noqa: PLR0124 -- NaN
        raise Unreadable("A number is too large to be the same everywhere.")
    if value in (float("inf"), float("-inf")):
        raise Unreadable("A number is not finite.")
    digits, _, exponent = repr(float(value)).partition("e")
    if not value:
        return "0"
    if 1e-6 <= abs(value) < 1e21:
        plain = format(Decimal(repr(float(value))), "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    digits = digits.removesuffix(".0")
    return f"{digits}e{int(exponent):+d}"


def _whole(digits: str) -> float:
    """A number without a fraction, as it can be the same everywhere."""
    return float(digits) if len(digits) > 16 else int(digits)


def parsed(raw: bytes) -> Any:
    """JSON that is written in the canonical way; any other byte makes it unreadable."""
    try:
        value = json.loads(raw, parse_int=_whole)
        same = canonical(value) == raw
    except (ValueError, RecursionError) as error:
        raise Unreadable("This is not JSON.") from error
    if not same:
        raise Unreadable("This is not canonical JSON: somebody wrote it anew.")
    return value


# --- Ed25519: RFC 8032, verification only ---------------------------------------------------

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
_Point = tuple[int, int, int, int]


def _point(raw: bytes) -> _Point | None:
    """A point from its 32 bytes, or nothing when they are none or not in shortest form."""
    sign, y = raw[31] >> 7, int.from_bytes(raw, "little") & (2**255 - 1)
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if x * x % _P != square:
        x = x * _ROOT % _P
    if x * x % _P != square or (x == 0 and sign):
        return None
    x = _P - x if x & 1 != sign else x
    return x, y, 1, x * y % _P


def _added(p: _Point, q: _Point) -> _Point:
    """The sum of two points."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % _P, (p[1] + p[0]) * (q[1] + q[0]) % _P
    c, d = 2 * p[3] * q[3] * _D % _P, 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(factor: int, p: _Point) -> _Point:
    """A point added to itself ``factor`` times."""
    total = (0, 1, 1, 0)
    while factor:
        total = _added(total, p) if factor & 1 else total
        p, factor = _added(p, p), factor >> 1
    return total


_BASE = _point((4 * pow(5, -1, _P) % _P).to_bytes(32, "little"))


def signed(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether ``signature`` is the one of ``message`` under the Ed25519 public ``key``."""
    if len(key) != 32 or len(signature) != 64:
        return False
    owner, r = _point(key), _point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if owner is None or r is None or _BASE is None or s >= _L:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    left = _times(s, _BASE)
    right = _added(r, _times(int.from_bytes(digest, "little") % _L, owner))
    return all((left[i] * right[2] - right[i] * left[2]) % _P == 0 for i in (0, 1))


# --- The tree: RFC 6962 and RFC 9162 --------------------------------------------------------


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of a leaf."""
    return hashlib.sha256(b"\0" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node with two children."""
    return hashlib.sha256(b"\1" + left + right).digest()


def _sides(node: int, last: int, steps: int) -> list[bool]:
    """For each step up from ``node``: whether the other hash stands to its left."""
    sides = []
    for _ in range(steps):
        if last == 0:
            raise Untrue("The path is too long.")
        left = bool(node & 1) or node == last
        while left and node and not node & 1:
            node, last = node >> 1, last >> 1
        sides.append(left)
        node, last = node >> 1, last >> 1
    if last:
        raise Untrue("The path is too short.")
    return sides


def root_from_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """The root of a tree of ``size`` leaves that has the leaf hash at ``index``, by its path."""
    if not 0 <= index < size:
        raise Untrue("The entry does not stand within the tree.")
    found = leaf
    for left, step in zip(_sides(index, size - 1, len(path)), path, strict=True):
        found = node_hash(step, found) if left else node_hash(found, step)
    return found


def check_consistency(
    first: int, second: int, roots: tuple[bytes, bytes], path: Sequence[bytes]
) -> None:
    """Raise ``Untrue`` unless the tree of ``second`` leaves begins with that of ``first``."""
    if not 0 < first <= second or (first == second) != (not path):
        raise Untrue("The two trees cannot be compared by this path.")
    if first == second:
        if roots[0] != roots[1]:
            raise Untrue("Two trees of one size have different roots.")
        return
    start, *steps = path if first & (first - 1) else [roots[0], *path]
    node, last = first - 1, second - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    old = new = start
    for left, step in zip(_sides(node, last, len(steps)), steps, strict=True):
        old = node_hash(step, old) if left else old
        new = node_hash(step, new) if left else node_hash(new, step)
    if (old, new) != roots:
        raise Untrue("The later tree does not begin with the earlier one.")


# --- Signed notes: c2sp.org/signed-note, tlog-checkpoint and tlog-cosignature ---------------

ED25519, COSIGNATURE = 1, 4


class Verifier(NamedTuple):
    """Whose signature may stand below a note."""

    name: str
    kind: int
    key: bytes

    @property
    def mark(self) -> bytes:
        """The four bytes a signature line names the key by."""
        said = self.name.encode() + b"\n" + bytes([self.kind]) + self.key
        return hashlib.sha256(said).digest()[:4]

    def __str__(self) -> str:
        """The key as people hand it on."""
        key = base64.b64encode(bytes([self.kind]) + self.key).decode()
        return f"{self.name}+{self.mark.hex()}+{key}"


def verifier(text: str) -> Verifier:
    """The key that was handed on as ``text``."""
    name, _, rest = text.partition("+")
    key = unpacked(rest.partition("+")[2])
    found = Verifier(name, key[0] if key else 0, key[1:])
    if str(found) != text or len(key) != 33 or found.kind not in {ED25519, COSIGNATURE}:
        raise Unreadable("This is no key of a log or witness.")
    return found


def unpacked(text: Any) -> bytes:
    """The bytes that were written as Base64, in its one right form."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError, TypeError) as error:
        raise Unreadable("This is not Base64.") from error
    if base64.b64encode(raw).decode() != text:
        raise Unreadable("This is not Base64 in its one right form.")
    return raw


def signature_line(by: Verifier, signature: bytes) -> str:
    """The line that stands below a note."""
    return f"\N{EM DASH} {by.name} {base64.b64encode(by.mark + signature).decode()}\n"


def cosigned(text: str, time: int) -> bytes:
    """What a witness signs of a checkpoint."""
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def note_parts(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The text of a note, and its signatures with the names of their keys."""
    text, gap, lines = note.rpartition("\n\n")
    if not gap or not lines.endswith("\n"):
        raise Unreadable("This is no signed note.")
    signatures = []
    for line in lines[:-1].split("\n"):
        words = line.split(" ")
        if len(words) != 3 or words[0] != "\N{EM DASH}":
            raise Unreadable("A line below a note is no signature.")
        signatures.append((words[1], unpacked(words[2])))
    return text + "\n", signatures


def signature_time(text: str, by: Verifier, blob: bytes) -> int | None:
    """When ``by`` signed: 0 where it does not say; nothing when the signature is not its own."""
    if by.kind == ED25519:
        return 0 if signed(by.key, blob[4:], text.encode()) else None
    time = int.from_bytes(blob[4:12])
    return time if signed(by.key, blob[12:], cosigned(text, time)) else None


def opened(note: str, by: Verifier) -> str:
    """The text of a note that ``by`` signed."""
    text, signatures = note_parts(note)
    found = [blob for name, blob in signatures if name == by.name and blob[:4] == by.mark]
    if len(found) != 1 or signature_time(text, by, found[0]) is None:
        raise Untrue(f"A statement is not signed by {by.name}.")
    return text


class Checkpoint(NamedTuple):
    """What a log says it holds."""

    origin: str
    size: int
    root: bytes
    time: str


_TIME = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z")


def checkpoint(text: str) -> Checkpoint:
    """The text of a checkpoint, read."""
    lines = text.removesuffix("\n").split("\n")
    time = lines[3].removeprefix("time ") if len(lines) == 4 else ""
    if not _TIME.fullmatch(time) or not re.fullmatch(r"0|[1-9][0-9]{0,15}", lines[1]):
        raise Unreadable("This is no checkpoint of a trace log.")
    return Checkpoint(lines[0], int(lines[1]), unpacked(lines[2]), time)


# --- The proof ------------------------------------------------------------------------------

FORMAT = "trace-proof/v1"
_FIELDS = {
    "trace-entry/v1": "log event document key at signature",
    "trace-key/v1": "log party name key from to",
    "trace-revocation/v1": "log key from-index at reason",
}


def statement(text: str) -> dict[str, str]:
    """The lines of a statement by their names; the first line says which statement it is."""
    head, *lines = text.removesuffix("\n").split("\n")
    found = [line.partition(" ") for line in lines]
    if not text.endswith("\n") or " ".join(name for name, _, _ in found) != _FIELDS.get(head):
        raise Unreadable("A statement has other lines than it should.")
    return {"": head, **{name: value for name, _, value in found}}


def stated(head: str, **values: str) -> str:
    """A statement as text: one line for each value, ``from_index`` for ``from-index``."""
    named = {name.strip("_").replace("_", "-"): value for name, value in values.items()}
    names = [name for name in _FIELDS[head].split() if name in named]
    return "\n".join([head, *(f"{name} {named[name]}" for name in names)]) + "\n"


def key_id(key: bytes) -> str:
    """What a public key is called in statements."""
    return hashlib.sha256(key).hexdigest()


def document_digest(document: Mapping[str, Any]) -> str:
    """What an entry says of the exact document of its event, its ``@context`` included."""
    return hashlib.sha256(canonical(document)).hexdigest()


def commitment(path: str, salt: str, value: str) -> str:
    """What an event holds in place of a private value."""
    said = bytes.fromhex(salt) + path.encode() + b"\0" + value.encode()
    return f"sha256:{hashlib.sha256(said).hexdigest()}"


def seal_text(document: Mapping[str, Any], origin: str) -> str:
    """What the province signs of a whole proof, so that no byte of it can be changed."""
    body = {key: value for key, value in document.items() if key != "seal"}
    return f"{FORMAT}\n{origin}\n{hashlib.sha256(canonical(body)).hexdigest()}\n"


class Outside(NamedTuple):
    """What the reader brings to compare the proof with."""

    log_key: str = ""
    checkpoint: str = ""
    consistency: str = ""
    witness_keys: tuple[str, ...] = ()


NOTHING = Outside()


def check(raw: bytes, outside: Outside = NOTHING) -> dict[str, Any]:
    """What a true proof says; raises ``Untrue`` or ``Unreadable`` otherwise."""
    document = parsed(raw)
    try:
        return _checked_proof(document, outside)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError, RecursionError) as error:
        raise Unreadable("The proof lacks something, or holds it in another form.") from error


def _checked_proof(document: dict[str, Any], outside: Outside) -> dict[str, Any]:
    """The proof, step by step."""
    names = {"format", "log", "checkpoint", "keys", "revocations", "entries", "seal"}
    if document.get("format") != FORMAT or set(document) != names or not document["entries"]:
        raise Unreadable("This is no proof of a trace log.")
    log = verifier(document["log"])
    if outside.log_key and str(verifier(outside.log_key)) != str(log):
        raise Untrue("The proof is of another log than you asked for.")
    opened(seal_text(document, log.name) + "\n" + document["seal"], log)
    head = checkpoint(opened(document["checkpoint"], log))
    if head.origin != log.name:
        raise Untrue("The checkpoint is of another log.")
    witnesses = _witnesses(document["checkpoint"], outside)
    _compare(head, log, outside)
    keys = {key_id(unpacked(said["key"])): said for said in _statements(document, "keys", log)}
    revoked = {said["key"]: said for said in _statements(document, "revocations", log)}
    events = [_entry(entry, head, keys, revoked) for entry in document["entries"]]
    return {
        "verdict": "true",
        "log_key": str(log),
        "log_key_from": "you" if outside.log_key else "the proof",
        "size": head.size,
        "root": base64.b64encode(head.root).decode(),
        "time": head.time,
        "witnesses": witnesses,
        "events": events,
    }


def _witnesses(note: str, outside: Outside) -> list[str]:
    """The witnesses of the reader's choice who signed; one at least, where any were named."""
    text, signatures = note_parts(note)
    found = []
    for by in [verifier(line) for line in outside.witness_keys]:
        for name, blob in signatures:
            if name == by.name and blob[:4] == by.mark:
                if signature_time(text, by, blob) is None:
                    raise Untrue(f"The signature of the witness {name} is wrong.")
                found.append(name)
    if outside.witness_keys and not found:
        raise Untrue("None of your witnesses signed this checkpoint.")
    return found


def _compare(head: Checkpoint, log: Verifier, outside: Outside) -> None:
    """The proof's tree against the checkpoint the reader brought."""
    if not outside.checkpoint:
        return
    other = checkpoint(opened(outside.checkpoint, log))
    early, late = sorted((head, other), key=lambda one: one.size)
    path: list[bytes] = []
    if early.size != late.size:
        if not outside.consistency:
            raise Unreadable(
                f"Your checkpoint is of {other.size} entries, the proof's of {head.size}: "
                f"bring /log/consistency?first={early.size}&second={late.size} as well."
            )
        path = [unpacked(step) for step in json.loads(outside.consistency)["path"]]
    check_consistency(early.size, late.size, (early.root, late.root), path)


def _statements(document: dict[str, Any], part: str, log: Verifier) -> list[dict[str, str]]:
    """The statements of one part of the proof, each signed by the province for this log."""
    heads = {"keys": "trace-key/v1", "revocations": "trace-revocation/v1"}
    found = [statement(opened(note, log)) for note in document[part]]
    if any(said[""] != heads[part] or said["log"] != log.name for said in found):
        raise Untrue("A statement of the province is about something else.")
    return found


def _entry(
    entry: dict[str, Any],
    head: Checkpoint,
    keys: dict[str, dict[str, str]],
    revoked: dict[str, dict[str, str]],
) -> dict[str, Any]:
    """One event: what it is, who said it, and that the log holds it."""
    if set(entry) != {"event", "openings", "leaf", "index", "path"}:
        raise Unreadable("An entry has other parts than it should.")
    said, event, index = statement(entry["leaf"]), entry["event"], entry["index"]
    if type(index) is not int:
        raise Unreadable("An entry has no place.")
    _is_what_was_logged(event, said, head)
    author = keys.get(said["key"])
    if author is None:
        raise Untrue("The province never certified the key of an entry.")
    _by_its_author(entry["leaf"], said, author)
    taken_back = revoked.get(said["key"])
    if taken_back and index >= int(taken_back["from-index"]):
        raise Untrue(
            f"The key of {author['name']} was revoked before this entry: {taken_back['reason']}"
        )
    path = [unpacked(step) for step in entry["path"]]
    leaf = leaf_hash(entry["leaf"].encode())
    if root_from_inclusion(leaf, index, head.size, path) != head.root:
        raise Untrue("The log does not hold this entry.")
    for opening in entry["openings"]:
        _open(event, opening)
    opened_values = [[opening["path"], opening["value"]] for opening in entry["openings"]]
    return {"event": said["event"], "index": index, "by": author["name"], "opened": opened_values}


def _is_what_was_logged(event: dict[str, Any], said: dict[str, str], head: Checkpoint) -> None:
    """The event against what its entry says of it."""
    if said[""] != "trace-entry/v1" or said["log"] != head.origin:
        raise Untrue("An entry was written for another log.")
    if event_hash(event) != said["event"]:
        raise Untrue("An event is not the one that was logged: its hash differs.")
    if said["document"] not in {"-", document_digest(event)}:
        raise Untrue("A document is not the one that was logged: a detail differs.")


def _by_its_author(leaf: str, said: dict[str, str], author: dict[str, str]) -> None:
    """The author's signature, within the time the province certified the key for."""
    if not _TIME.fullmatch(said["at"]) or not author["from"] <= said["at"] <= author["to"]:
        raise Untrue(f"The key of {author['name']} was not certified at that time.")
    text = leaf[: leaf.rindex("signature ")]
    if not signed(unpacked(author["key"]), unpacked(said["signature"]), text.encode()):
        raise Untrue(f"An entry is not signed by {author['name']}.")


def _open(event: dict[str, Any], opening: dict[str, str]) -> None:
    """A private value against the commitment the event holds in its place."""
    if set(opening) != {"path", "salt", "value"} or not re.fullmatch(
        "[0-9a-f]{32}", opening["salt"]
    ):
        raise Unreadable("An opening has other parts than it should.")
    held = event.get("sl:commitments", {}).get(opening["path"], [])
    wanted = commitment(opening["path"], opening["salt"], opening["value"])
    if wanted not in (held if isinstance(held, list) else [held]):
        raise Untrue("A private value is not the one that was logged.")


# --- Labels of lots and pallets -------------------------------------------------------------

LABEL = "SLT1"
# The address as it is printed: nothing may stand in it that the signature does not cover, but
# for the name of the host.
_PRINTED = re.compile(
    r"https?://[!\"$-.0->@-~]+(?P<path>/[!\"$->@-~]*)\?s=(?P<signature>[A-Za-z0-9_-]{86})"
)


def label_text(path: str) -> str:
    """What is signed of a label: the path of its address as it is printed."""
    return f"{LABEL}\n{path}"


def sealed(signature: bytes) -> str:
    """A signature as a label holds it: base64url without padding, 86 signs."""
    return base64.urlsafe_b64encode(signature).decode().rstrip("=")


def unsealed(text: str) -> bytes:
    """The signature a label holds, in its one right form."""
    if not re.fullmatch("[A-Za-z0-9_-]{86}", text):
        raise Unreadable("This is no signature of a label.")
    raw = base64.urlsafe_b64decode(f"{text}==")
    if sealed(raw) != text:
        raise Unreadable("This is no signature of a label in its one right form.")
    return raw


def check_label(address: str, raw: bytes, *, log_key: str = "", by: str = "") -> dict[str, Any]:
    """What the label with this address says, by the keys the province certified.

    ``by`` is the name of the cooperative it should be of. A signature bears no time: of a key that
    was taken back none is believed, of one that was followed by another all are.
    """
    found = _PRINTED.fullmatch(address)
    if not found:
        raise Unreadable("This is no address of a signed label.")
    signature = unsealed(found["signature"])
    try:
        document = json.loads(raw)
        log = verifier(document["log"])
        if log_key and str(verifier(log_key)) != str(log):
            raise Untrue("The keys are of another log than you asked for.")
        owner = _owner(document, log, (found["path"], signature), by)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError, RecursionError) as error:
        raise Unreadable("The file of keys lacks something, or holds it otherwise.") from error
    return {
        "verdict": "true",
        "log_key": str(log),
        "log_key_from": "you" if log_key else "the keys",
        "path": found["path"],
        "by": owner["name"],
        "party": owner["party"],
    }


def _owner(
    document: dict[str, Any], log: Verifier, label: tuple[str, bytes], by: str
) -> dict[str, str]:
    """The certificate of the key that signed a label."""
    path, signature = label
    revoked = {said["key"]: said["reason"] for said in _statements(document, "revocations", log)}
    for said in _statements(document, "keys", log):
        key = unpacked(said["key"])
        if not signed(key, signature, label_text(path).encode()):
            continue
        if key_id(key) in revoked:
            raise Untrue(f"The key of {said['name']} was revoked: {revoked[key_id(key)]}")
        if by not in {"", said["name"]}:
            raise Untrue(f"The label was signed by {said['name']}, not by {by}.")
        return said
    raise Untrue("No key the province certified signed this label.")


def main(words: Sequence[str]) -> int:
    """Check what was named, and say what came out in one line."""
    code, answer = 0, {}
    try:
        answer = _label(words[1:]) if words[:1] == ["label"] else _proof(words)
    except Untrue as why:
        code, answer = 1, {"verdict": "false", "why": str(why)}
    except (Unreadable, UnicodeDecodeError) as why:
        code, answer = 2, {"verdict": "unreadable", "why": str(why)}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
    return code


def _proof(words: Sequence[str]) -> dict[str, Any]:
    """Check the files that were named."""
    reader = argparse.ArgumentParser(prog="verify.py", description="Check a proof of a trace log.")
    reader.add_argument("proof")
    for name in ("--checkpoint", "--consistency", "--witness-keys", "--log-key"):
        reader.add_argument(name, default="")
    given = reader.parse_args(words)
    keys = _file(given.witness_keys).decode().split("\n") if given.witness_keys else []
    outside = Outside(
        given.log_key,
        _file(given.checkpoint).decode() if given.checkpoint else "",
        _file(given.consistency).decode() if given.consistency else "",
        tuple(line.strip() for line in keys if line.strip()),
    )
    return check(_file(given.proof), outside)


def _label(words: Sequence[str]) -> dict[str, Any]:
    """Check the address of a label."""
    reader = argparse.ArgumentParser(prog="verify.py label", description="Check a signed label.")
    reader.add_argument("address")
    reader.add_argument("--keys", required=True)
    for name in ("--log-key", "--by"):
        reader.add_argument(name, default="")
    given = reader.parse_args(words)
    return check_label(given.address, _file(given.keys), log_key=given.log_key, by=given.by)


def _file(name: str) -> bytes:
    """What a file holds."""
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror}") from error


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
