"""What EPCIS 2.0 allows is not refused."""

import pytest

from tests.catalog.traceability.epcis.events import (
    AGGREGATION,
    OBJECT,
    SHIPPING,
    TRANSACTION,
    TRANSFORMATION,
    document,
    without,
)
from tests.catalog.traceability.epcis.test_validation import places


@pytest.mark.parametrize(
    ("event", "changes"),
    [
        (OBJECT, {"bizStep": "https://ref.gs1.org/cbv/BizStep-shipping"}),
        (OBJECT, {"bizStep": "urn:epcglobal:cbv:bizstep:shipping"}),
        (OBJECT, {"bizStep": "cbv:BizStep-shipping"}),
        (OBJECT, {"bizStep": "https://ex.example.org/steps/drying"}),
        (
            OBJECT,
            {"persistentDisposition": {"set": ["completeness_verified"], "unset": ["damaged"]}},
        ),
        (OBJECT, {"eventTime": "2026-08-14T18:20:59+07:00"}),
        (OBJECT, {"eventTime": "2026-08-13T06:30:00.123456Z"}),
        (OBJECT, {"epcList": ["urn:epc:id:sgtin:9521234.000001.7"], "quantityList": []}),
        (OBJECT, {"epcList": ["https://ex.example.org/boxes/01/seven"]}),
        (OBJECT, {"ex:note": {"any": ["thing", 1, None]}, "https://ex.example.org/a": 1}),
        (OBJECT, {"certificationInfo": "https://ex.example.org/certificate"}),
        (OBJECT, {"readPoint": {"id": "https://id.gs1.org/414/9521234000105/254/PLOT-07"}}),
        (SHIPPING, {"bizTransactionList": [{"bizTransaction": "urn:ex:1"}]}),
        (TRANSFORMATION, {"outputEPCList": [], "transformationID": "urn:ex:1"}),
        (without(AGGREGATION, "parentID"), {"action": "OBSERVE"}),
        (AGGREGATION, {"action": "DELETE", "childEPCs": [], "childQuantityList": []}),
        (TRANSACTION, {"action": "DELETE", "epcList": []}),
        (OBJECT, {"@context": {"more": "https://more.example.org/"}, "more:a": 1}),
    ],
)
def test_what_the_standard_allows_is_allowed(event, changes):
    assert places(document({**event, **changes})) == []
