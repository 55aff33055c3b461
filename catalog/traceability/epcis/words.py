"""The words of EPCIS 2.0 and CBV 2.0, and which field belongs to which kind of event.

Source: the JSON schema of GS1 EPCIS 2.0.0 and CBV 2.0 (repository gs1/EPCIS, read in November
2026). A word may be written bare, as a web address, or as the name CBV 1 gave it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A list of words, and what stands before them in their longer forms."""

    words: frozenset[str]
    prefixes: tuple[str, ...] = ()

    def knows(self, text: str) -> bool:
        """Whether ``text`` is one of the words, bare or long."""
        long = next((text.removeprefix(p) for p in self.prefixes if text.startswith(p)), text)
        return long in self.words


def _of(words: str, kind: str = "", urn: str = "") -> Vocabulary:
    """The vocabulary of some words of CBV; ``kind`` and ``urn`` are its names in long forms."""
    prefixes = (f"https://ref.gs1.org/cbv/{kind}-", f"cbv:{kind}-", f"urn:epcglobal:cbv:{urn}:")
    return Vocabulary(frozenset(words.split()), prefixes if kind else ("gs1:", _GS1))


_GS1 = "https://gs1.org/voc/"
BIZ_STEPS = _of(
    """accepting arriving assembling collecting commissioning consigning creating_class_instance
    cycle_counting decommissioning departing destroying disassembling dispensing encoding
    entering_exiting holding inspecting installing killing loading other packing picking receiving
    removing repackaging repairing replacing reserving retail_selling sampling sensor_reporting
    shipping staging_outbound stock_taking stocking storing transporting unloading unpacking
    void_shipping""",
    "BizStep",
    "bizstep",
)
DISPOSITIONS = _of(
    """active available completeness_inferred completeness_verified conformant container_closed
    container_open damaged destroyed dispensed disposed encoded expired in_progress in_transit
    inactive mismatch_class mismatch_instance mismatch_quantity needs_replacement
    no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled reserved
    retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown""",
    "Disp",
    "disp",
)
TRANSACTION_TYPES = _of(
    "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt", "BTT", "btt"
)
SOURCE_TYPES = _of("owning_party possessing_party location", "SDT", "sdt")
ERROR_REASONS = _of("did_not_occur incorrect_data", "ER", "er")
COMPONENTS = _of(
    """x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting
    northing latitude longitude altitude geocoordinate""",
    "Comp",
    "comp",
)
MEASUREMENTS = _of(
    """AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Activity Altitude
    AmountOfSubstance AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum
    AngularVelocity Area Capacitance Conductance Conductivity Count Density Dimensionless
    DoseEquivalent DoseEquivalentRate DynamicViscosity EffectiveDose EffectiveDoseRate
    ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure
    Force Frequency Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum
    Luminance LuminousFlux LuminousIntensity MagneticFlux MagneticFluxDensity
    MagneticVectorPotential Mass MassConcentration MassFlowRate MassPerAreaTime MemoryCapacity
    MolalityOfSolute MolarEnergy MolarMass MolarVolume Power Pressure RadiantFlux RadiantIntensity
    RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed SurfaceDensity
    SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFraction
    VolumetricFlux Wavenumber"""
)
ALERTS = _of("ALARM_CONDITION ERROR_CONDITION")
ACTIONS = ("ADD", "OBSERVE", "DELETE")

# Prefixes the context of EPCIS itself declares.
DECLARED = frozenset("epcis cbv cbvmda gs1 rdfs owl xsd dcterms".split())  # noqa: SIM905 -- a list

_EVERY = """@context type eventTime recordTime eventTimeZoneOffset eventID errorDeclaration
    certificationInfo bizStep disposition persistentDisposition readPoint bizLocation
    bizTransactionList sourceList destinationList sensorElementList"""
_FAMILY = "action parentID childEPCs childQuantityList"
FIELDS: dict[str, frozenset[str]] = {
    kind: frozenset(f"{_EVERY} {own}".split())
    for kind, own in {
        "ObjectEvent": "action epcList quantityList ilmd",
        "AggregationEvent": _FAMILY,
        "AssociationEvent": _FAMILY,
        "TransactionEvent": "action parentID epcList quantityList",
        "TransformationEvent": """transformationID inputEPCList inputQuantityList outputEPCList
            outputQuantityList ilmd""",
    }.items()
}


def bare(word: str) -> str:
    """A word of CBV without what may stand before it; anything else as it is."""
    for vocabulary in (BIZ_STEPS, DISPOSITIONS, TRANSACTION_TYPES, SOURCE_TYPES, ERROR_REASONS):
        for prefix in vocabulary.prefixes:
            if word.startswith(prefix):
                return word.removeprefix(prefix)
    return word
