"""What an inspector would send back is found before, each fault at its place."""

import copy

import pytest
from django.utils import translation

from catalog.traceability.exports import claims, consignments, eudr
from catalog.traceability.exports.findings import Faulty
from catalog.traceability.growing import enrolling
from catalog.traceability.parties import registering
from tests.catalog.traceability.conftest import SONG_MA
from tests.catalog.traceability.exports import land

pytestmark = pytest.mark.django_db


def found(party, *plots):
    """The faults of a lot picked on these plots, as short words with places, and the remarks."""
    lot = land.pick(party, *plots)
    told = eudr.dossier(consignments.of_lots(party.pk, [lot.code]))
    if not told.is_good:
        with pytest.raises(Faulty):
            eudr.file(told, "geojson")
    return (
        [(one.code, one.where) for one in told.findings if one.blocks],
        [(one.code, one.where) for one in told.findings if not one.blocks],
    )


def messages(plots):
    """The claims in words."""
    with translation.override("en"):
        return [str(one.message) for one in claims.findings(plots)]


def drawn(change, column=0):
    """The square with one thing changed."""
    outline = copy.deepcopy(land.square(column))
    change(outline["coordinates"])
    return outline


def swap(rings):
    rings[0][:] = [place[::-1] for place in rings[0]]


def leave_open(rings):
    rings[0].pop()


def cross(rings):
    rings[0][1], rings[0][2] = rings[0][2], rings[0][1]


def nest(rings):
    rings[0] = [rings[0]]


def stray(rings):
    rings[0][2][0] = -rings[0][2][0]


BAD = [
    (swap, "/coordinates/0/0"),
    (leave_open, "/coordinates/0"),
    (cross, "/coordinates"),
    (nest, "/coordinates/0/0"),
    (stray, "/coordinates/0/2"),
]


@pytest.mark.parametrize(("change", "where"), BAD, ids=[change.__name__ for change, _ in BAD])
def test_an_outline_that_is_none_is_found_at_its_place(party, change, where):
    good = land.plot(party, land.square(9))
    plot = land.crooked(party, drawn(change), 11_255)

    assert found(party, good, plot) == (
        [("bad_outline", f"/features/1/geometry{where}")],
        [],
    )


def test_a_draft_shows_a_bad_outline_as_it_was_drawn(party):
    outline = drawn(leave_open)
    lot = land.pick(party, land.crooked(party, outline, 11_255))
    told = eudr.dossier(consignments.of_lots(party.pk, [lot.code]))

    body = eudr.file(told, "geojson", draft=True).body

    assert str(outline["coordinates"]).encode() in body


def test_a_hole_is_refused(party):
    def pierce(rings):
        (west, south), step = rings[0][0], land.STEP / 4
        inner = [(1, 1), (1, 2), (2, 2), (2, 1), (1, 1)]
        rings.append([[round(west + x * step, 7), round(south + y * step, 7)] for x, y in inner])

    plot = land.plot(party, drawn(pierce))

    assert found(party, plot) == ([("hole", "/features/0/geometry/coordinates/1")], [])


def test_a_point_above_four_hectares_is_refused(party):
    def place(m2):
        outline = {"type": "Point", "coordinates": [103.7412345 + (m2 % 2) / 1000, 21.0512345]}
        return land.crooked(party, outline, m2)

    assert found(party, place(40_000)) == ([], [])
    assert found(party, place(40_001)) == ([("point_too_large", "/features/0/geometry/type")], [])


def test_a_plot_without_an_outline_is_refused(party):
    assert found(party, land.plot(party, area_m2=500)) == (
        [("no_outline", "/features/0/geometry")],
        [],
    )


def test_rounded_degrees_are_refused_and_a_zero_at_the_end_is_not(party):
    def rounded(digits, corners=5):
        def change(rings):
            rings[0][:corners] = [
                [round(x, digits), round(y, digits)] for x, y in rings[0][:corners]
            ]
            rings[0][-1] = rings[0][0]

        return change

    where = "/features/0/geometry/coordinates"

    assert found(party, land.plot(party, drawn(rounded(5)))) == ([("rounded", where)], [])
    assert found(party, land.plot(party, drawn(rounded(6), 3))) == ([], [])
    assert found(party, land.plot(party, drawn(rounded(4, corners=1), 6))) == ([], [])
    some = land.plot(party, drawn(rounded(4, corners=3), 9))
    assert found(party, some) == ([], [("short_places", where)])


def test_an_area_that_is_not_the_drawn_one_is_refused(party):
    m2 = land.drawn_m2(land.square())

    near = land.plot(party, land.square(), area_m2=round(m2 * 0.95))
    far = land.plot(party, land.square(3), area_m2=round(m2 * 0.85))

    assert found(party, near, far) == ([("area_differs", "/features/1/geometry")], [])


def test_land_that_another_cooperative_claims_too_is_refused_and_only_the_party_named(party):
    other = registering.party("cooperative-13", name="HTX Bên Kia", commune_code=SONG_MA)
    theirs = land.plot(other, land.square(0.5), name="Vườn kín")
    ours = land.plot(party, land.square(), name="Đồi sau")

    assert found(party, ours) == ([("double_claim", "/features/0/geometry")], [])
    (words,) = messages([ours])
    half = land.drawn_m2(land.square()) // 2
    (claim,) = claims.overlaps([ours])
    assert abs(claim.m2 - half) < 5
    assert f"{claim.m2} m²" in words
    assert "HTX Bên Kia" in words
    assert "Vườn kín" not in words
    theirs.in_use = False
    theirs.save()
    assert found(party, ours) == ([], [])


def test_a_plot_inside_another_is_found_from_both_sides(party):
    other = registering.party("cooperative-13", name="HTX Bên Kia", commune_code=SONG_MA)
    large = land.plot(other, land.square())
    small = land.plot(party, land.square(0.2, 0.2, size=land.STEP / 9))

    assert [one.m2 for one in claims.overlaps([small])] == [small.area_m2]
    assert [one.m2 for one in claims.overlaps([large])] == [small.area_m2]


def test_neighbours_who_share_a_border_claim_nothing_twice(party):
    other = registering.party("cooperative-13", name="HTX Bên Kia", commune_code=SONG_MA)
    land.plot(other, land.square(1))
    land.plot(other, land.square(-0.995))  # half a metre over the border, of a hundred metres

    assert found(party, land.plot(party, land.square())) == ([], [])


def test_the_same_outline_twice_is_refused_within_one_cooperative_too(party):
    plots = [land.plot(party, land.square()) for _ in range(2)]

    assert found(party, *plots) == ([("duplicate", "/features/0/geometry")], [])
    assert messages(plots) == [f"{plots[0].name} is drawn exactly like {plots[1].name}."]


def test_two_growers_of_one_cooperative_do_not_both_hold_a_field(party):
    first, second = (
        enrolling.grower(party.key, by=None, name=name, alias=name, commune_code=SONG_MA)
        for name in ("Hộ 1", "Hộ 2")
    )
    plots = [
        land.plot(party, land.square(), grower=first),
        land.plot(party, land.square(0.5), grower=second),
    ]

    assert found(party, *plots) == ([("double_claim", "/features/0/geometry")], [])


def test_one_holders_plots_on_each_other_are_remarked(party):
    plots = [land.plot(party, land.square()), land.plot(party, land.square(0.5))]

    assert found(party, *plots) == ([], [("own_overlap", "/features/0/geometry")])


def test_a_point_inside_a_field_of_others_is_found(party):
    other = registering.party("cooperative-13", name="HTX Bên Kia", commune_code=SONG_MA)
    land.plot(other, land.square())
    place = {"type": "Point", "coordinates": [land.EAST + 0.0004001, land.NORTH + 0.0004001]}

    inside = land.plot(party, place, area_m2=900)

    assert found(party, inside) == ([("double_claim", "/features/0/geometry")], [])
    assert messages([inside]) == [f"{inside.name} lies on a plot of HTX Bên Kia."]


def test_what_others_drew_wrongly_hinders_nobody(party):
    other = registering.party("cooperative-13", name="HTX Bên Kia", commune_code=SONG_MA)
    for change in (leave_open, cross, nest, swap):
        land.crooked(other, drawn(change))
    land.crooked(other, {"type": "Polygon", "coordinates": "nowhere"})

    found_codes = [code for code, _where in found(party, land.plot(party, land.square()))[0]]

    assert set(found_codes) <= {"double_claim"}


def test_looking_for_claims_takes_one_query(party, django_assert_num_queries):
    plots = [land.plot(party, land.square(3 * n)) for n in range(4)]

    with django_assert_num_queries(1):
        claims.findings(plots)
