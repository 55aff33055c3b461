"""The outline of a plot: what an inspector would send back is said before."""

import json

import pytest

from catalog.traceability.growing import outlines

RING = [
    [103.812345, 21.061234],
    [103.813456, 21.061345],
    [103.813567, 21.060456],
    [103.812345, 21.061234],
]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def test_a_figure_that_ends_in_zero_is_not_taken_for_a_rounded_one():
    ends_in_zero = [[103.81234, 21.0612], *RING[1:]]

    assert outlines.is_rounded(polygon(ends_in_zero)) is False
    assert outlines.is_rounded(polygon([[103.81, 21.06], [103.82, 21.06]])) is True
    assert outlines.is_rounded({"type": "Point", "coordinates": [103.81, 21.061234]}) is False


def test_a_good_outline_has_no_fault_and_its_area_is_known():
    assert outlines.faults(polygon(RING)) == []
    assert outlines.area_m2(polygon(RING)) == pytest.approx(6_040, rel=0.05)


@pytest.mark.parametrize(
    ("geometry", "where"),
    [
        (None, "/type"),
        ({"type": "LineString", "coordinates": RING}, "/type"),
        ({"type": "Polygon"}, "/coordinates"),
        ({"type": "Polygon", "coordinates": []}, "/coordinates"),
        (polygon(RING[:3]), "/coordinates/0"),
        (polygon([*RING[:3], [103.8, 21.0]]), "/coordinates/0"),
        (polygon([[21.061234, 103.812345], *RING[1:]]), "/coordinates/0/0"),
        (polygon([RING[0], [-103.813456, 21.061345], *RING[2:]]), "/coordinates/0/1"),
        (polygon([RING[0], [103.8, "21"], *RING[2:]]), "/coordinates/0/1"),
        (polygon([RING[0], [103.8, True], *RING[2:]]), "/coordinates/0/1"),
        (polygon([RING[0], [103.8, 21.0, 600.0], *RING[2:]]), "/coordinates/0/1"),
        (polygon([RING]), "/coordinates/0/0"),
        (polygon([RING[0], RING[1], RING[0], RING[1], RING[0]]), "/coordinates"),
        (
            polygon([[103.8, 21.0], [103.9, 21.1], [103.9, 21.0], [103.8, 21.1], [103.8, 21.0]]),
            "/coordinates",
        ),
    ],
)
def test_a_wrong_outline_is_refused_at_its_place(geometry, where):
    (fault,) = outlines.faults(geometry)

    assert fault.where == where


def test_above_four_hectares_a_point_is_not_enough():
    point = {"type": "Point", "coordinates": [103.812345, 21.061234]}

    assert outlines.faults(point, 40_000) == []
    assert [fault.where for fault in outlines.faults(point, 40_001)] == ["/type"]


def test_few_decimals_are_found_where_they_stand():
    ring = [RING[0], [103.8134, 21.061345], RING[2], RING[0]]

    assert outlines.coarse(polygon(RING)) == []
    assert [fault.where for fault in outlines.coarse(polygon(ring))] == ["/coordinates/0/1"]


def test_what_a_mapping_tool_saves_is_unwrapped():
    feature = {"type": "Feature", "properties": {"name": "x"}, "geometry": polygon(RING)}
    collection = {"type": "FeatureCollection", "features": [feature]}

    for told in (polygon(RING), feature, collection):
        assert outlines.read(json.dumps(told)) == polygon(RING)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "1",
        '{"type": "FeatureCollection", "features": []}',
        "[" * 5_000,
        "x" * 200_001,
    ],
)
def test_what_is_no_outline_is_refused(text):
    with pytest.raises(outlines.BadOutline):
        outlines.read(text)
