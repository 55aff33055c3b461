"""The key data elements of 21 CFR part 1, subpart S, by kind of event, and what goes without.

Facts tabled in 2026 from §§ 1.1325 (harvesting, cooling), 1.1330 (initial packing), 1.1340
(shipping) and 1.1350 (transformation), in English because the authority is. Only § 1.1340 and the
beginning of § 1.1330 were read in copies of the text: compare the others before you rely on them.
"""

from __future__ import annotations

HARVESTING = (
    "Traceability lot code (assigned when packed)",
    "Commodity",
    "Variety",
    "Quantity",
    "Unit of measure",
    "Location description: farm",
    "Field name",
    "Date of harvesting",
    "Location description: subsequent recipient",
    "Reference document type",
    "Reference document number",
)
COOLING = (
    "Traceability lot code (assigned when packed)",
    "Commodity",
    "Variety",
    "Quantity",
    "Unit of measure",
    "Location description: where cooled",
    "Date of cooling",
    "Location description: farm",
    "Location description: subsequent recipient",
    "Reference document type",
    "Reference document number",
)
PACKING = (
    "Traceability lot code",
    "Commodity",
    "Variety",
    "Date received",
    "Quantity received",
    "Unit of measure received",
    "Location description: farm",
    "Field name",
    "Business name of the harvester",
    "Phone number of the harvester",
    "Date of harvesting",
    "Location description: where cooled",
    "Date of cooling",
    "Product description of the packed food",
    "Quantity packed",
    "Unit of measure packed",
    "Net weight packed (kg)",
    "Location description: where packed (traceability lot code source)",
    "Date of initial packing",
    "Reference document type",
    "Reference document number",
)
SHIPPING = (
    "Traceability lot code",
    "Quantity",
    "Unit of measure",
    "Product description",
    "Location description: subsequent recipient",
    "Location description: where shipped from",
    "Date shipped",
    "Location description: traceability lot code source",
    "Reference document type",
    "Reference document number",
)
TRANSFORMATION = (
    "Traceability lot code of the food used",
    "Product description of the food used",
    "Quantity used",
    "Unit of measure used",
    "New traceability lot code",
    "Location description: where transformed (traceability lot code source)",
    "Date transformation was completed",
    "Product description of the new food",
    "Quantity produced",
    "Unit of measure produced",
    "Reference document type",
    "Reference document number",
)
COLUMNS = {
    "Harvesting": HARVESTING,
    "Cooling": COOLING,
    "Initial packing": PACKING,
    "Shipping": SHIPPING,
    "Transformation": TRANSFORMATION,
}
LISTED = {
    "listed": "is on the Food Traceability List as a fresh tropical tree fruit.",
    "check": "is not named in what could be read of the Food Traceability List, only its class "
    "(fresh tropical tree fruit): ask the buyer.",
    "not listed": "is not on the Food Traceability List; this sheet is for information.",
    "unknown": "was not looked up on the Food Traceability List; ask the buyer.",
}
NOTES = (
    "Cooling: the market keeps no record of cooling, so that sheet has no rows.",
    "Receiving: it is the buyer's record, so there is no sheet for it.",
    "Locations: name and commune; phone numbers and streets are not in the traceability log.",
    "Shipping: the recipient is told as a commune; the seller's order names the buyer.",
    "Date received is the day the lot was written down; quantity received is the whole lot.",
    "Packed quantities do not count cancelled labels.",
    "Columns follow 21 CFR 1.1325, 1.1330, 1.1340 and 1.1350.",
    "Only 1.1340 and the beginning of 1.1330 were read in copies: compare the others.",
)
