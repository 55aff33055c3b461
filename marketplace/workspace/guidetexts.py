"""The guides for cooperatives, one printed page each: what to do, in the order of doing it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: a drawing by the name of an icon, what, and what to mind."""

    icon: str
    what: Promise
    mind: Promise


@dataclass(frozen=True, slots=True)
class Guide:
    """One page: its name in the address and of its drawing, its title, and the steps."""

    name: str
    title: Promise
    lead: Promise
    steps: tuple[Step, ...]
    remember: Promise

    @property
    def art(self) -> str:
        """The file of its drawing."""
        return f"art/guides/{self.name}.svg"


GUIDES = (
    Guide(
        "list",
        _("List a crop"),
        _("From the garden to the shelf in six steps, with the phone alone."),
        (
            Step(
                "camera",
                _("Take three photos in daylight"),
                _("The goods as you send them, one of the label. No text on the picture."),
            ),
            Step(
                "plus",
                _("Open Goods and press New listing"),
                _("Every page is saved by itself: you can stop and go on later."),
            ),
            Step(
                "leaf",
                _("Say what it is and where it grows"),
                _("Crop, variety, commune. Write only what your papers prove."),
            ),
            Step(
                "calendar-days",
                _("Tick the months of the harvest"),
                _("Outside of them the page says when it comes again."),
            ),
            Step(
                "scale",
                _("Set packs, weights and prices"),
                _("Weigh once with the box and once without. The price is for the whole pack."),
            ),
            Step(
                "send",
                _("Look over everything and send it in"),
                _("The department answers by the day shown. Then it is on the shelf."),
            ),
        ),
        _("Say how many you really have. What is sold and not there has to be given back."),
    ),
    Guide(
        "take",
        _("Take an order"),
        _("A buyer waits for your word. Answer before the time that stands on the order."),
        (
            Step(
                "bell",
                _("Open Today"),
                _("The order that waits longest stands on top, with the hour."),
            ),
            Step(
                "package",
                _("Look what was ordered, and how much"),
                _("Go and see whether it is there and good."),
            ),
            Step(
                "check",
                _("Press Take the order"),
                _("Now the buyer counts on you."),
            ),
            Step(
                "phone",
                _("Something unclear? Call the buyer"),
                _("The number stands on the order. Say your name and the market's."),
            ),
            Step(
                "x",
                _("It cannot be done? Give it back"),
                _("The buyer is told and gets the money back. Better now than too late."),
            ),
        ),
        _("Cash orders that nobody takes within the time end by themselves."),
    ),
    Guide(
        "pack",
        _("Pack and label"),
        _("Each box bears a code. Whoever scans it sees who grew it and when it was picked."),
        (
            Step(
                "list-checks",
                _("Open Orders, then To pack"),
                _("Begin with the one that was taken first."),
            ),
            Step(
                "scan-line",
                _("Choose the lot you take from"),
                _("The lot that keeps shortest stands first."),
            ),
            Step(
                "package",
                _("Fill the boxes, weigh them, close them"),
                _("Fruit dry and cool, nothing bruised. Leave air holes open."),
            ),
            Step(
                "printer",
                _("Print the labels and the slip"),
                _("Sheets or a roll. No printer? The commune's office has one."),
            ),
            Step(
                "qr-code",
                _("Stick the label on top and scan it"),
                _("If the phone opens your page, it is right. The slip goes into the box."),
            ),
            Step(
                "truck",
                _("Hand it over and press Sent"),
                _("Type the carrier's number: the buyer sees it at once."),
            ),
        ),
        _("One label, one box. A spoilt label is thrown away, never used twice."),
    ),
    Guide(
        "paid",
        _("Get paid"),
        _("Whether by transfer or at the door: the order shows where the money is."),
        (
            Step(
                "landmark",
                _("Check your bank account on the page Stall"),
                _("Number and name as the bank writes them. Only the owner can change it."),
            ),
            Step(
                "smartphone",
                _("Paid by QR: the market receives the money"),
                _("You begin only when the order says it is paid."),
            ),
            Step(
                "banknote",
                _("Paid at the door: the carrier collects it"),
                _("The sum stands on the slip. Ask for exactly that."),
            ),
            Step(
                "clipboard-check",
                _("Press Delivered when it has arrived"),
                _("Without it nobody knows that the sale is done."),
            ),
            Step(
                "calculator",
                _("Compare your orders with your bank book"),
                _("Goods and delivery stand apart on every order."),
            ),
        ),
        _("The market never asks for your password or a code by phone. Whoever does is a cheat."),
    ),
    Guide(
        "returned",
        _("Read a rejection"),
        _("Returned does not mean refused: it says what to mend."),
        (
            Step(
                "undo-2",
                _("Open Today and the listing that came back"),
                _("The reason stands on top, in plain words."),
            ),
            Step(
                "list-checks",
                _("Read each point and tick it off on paper"),
                _("Photo, paper, price or words: the department names it."),
            ),
            Step(
                "file-text",
                _("A paper is missing? Hand it in on the page Stall"),
                _("Photograph it whole and sharp, all four corners."),
            ),
            Step(
                "pencil",
                _("Press Change and mend only what was named"),
                _("Everything else is still there as you wrote it."),
            ),
            Step(
                "send",
                _("Send it in again"),
                _("The new day of answer stands below. You can ask by phone."),
            ),
        ),
        _("Claims such as clean, organic or healing need a paper. Without one, leave them out."),
    ),
    Guide(
        "live",
        _("Sell live"),
        _("Show the harvest on camera. People buy from those they see."),
        (
            Step(
                "badge-check",
                _("A week before: papers and host"),
                _("Goods are listed and approved, and the host's identity is checked."),
            ),
            Step(
                "list-checks",
                _("Write on a sheet what you show, with price and number"),
                _("Five kinds are enough. The best comes in the middle."),
            ),
            Step(
                "sun",
                _("Light from the front, phone upright and firm"),
                _("In the garden in the morning. Try the sound with somebody."),
            ),
            Step(
                "signal",
                _("Try the network on the spot"),
                _("Four bars, battery full, a cable at hand."),
            ),
            Step(
                "message-circle",
                _("Say who, where and when it was picked"),
                _("Cut one open, weigh one. Promise nothing that no paper proves."),
            ),
            Step(
                "package",
                _("Afterwards: take the orders at once"),
                _("Say during the show when the boxes leave, and keep to it."),
            ),
        ),
        _("Prices shown live are the prices on the shelf: change them before, not during."),
    ),
)


def named(name: str) -> Guide | None:
    """The guide of this name."""
    return next((guide for guide in GUIDES if guide.name == name), None)
