"""What a buyer is told to do depends on where the goods are."""

from django.utils.translation import override

from catalog.models import RecallNotice
from catalog.orders import sending
from catalog.recalling import wording
from tests.catalog.recalling.goods import called_back, sold


def test_a_buyer_is_told_to_do_only_what_can_be_done(longan, lot, packer, owner):
    waiting, coming = sold(longan, packer), sold(longan, packer, email="", phone="0987 654 321")
    got = sold(longan, packer, email="", phone="0987 654 322")
    for part in (coming, got):
        sending.ship(part.pk, by=owner)
    sending.deliver(got.pk, by=owner)

    recall = called_back(lot)

    with override("en"):
        told = {
            part.number: wording.letter(RecallNotice.objects.get(lines__line__seller_order=part))[
                "todo"
            ]
            for part in (waiting, coming, got)
        }
        assert told == {
            waiting.number: "You need do nothing: the goods are not sent to you",
            coming.number: "Do not take the parcel in when the courier brings it",
            got.number: recall.get_remedy_display(),
        }

    with override("en"):
        assert [one["todo"] for one in wording.of_order(coming.order_id)] == [told[coming.number]]
