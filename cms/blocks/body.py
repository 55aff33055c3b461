"""The closed set of blocks a page is made of."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from cms.blocks import goods, places, texts

WORDS = _("Words")
GOODS = _("Goods")
PLACES = _("Seasons and places")


class Body(StreamBlock):
    """Words, goods and places, in any order."""

    heading = texts.HeadingBlock(group=WORDS)
    words = texts.WordsBlock(features=texts.FEATURES, group=WORDS)
    picture = texts.PictureBlock(group=WORDS)
    gallery = texts.GalleryBlock(group=WORDS)
    quote = texts.QuoteBlock(group=WORDS)
    steps = texts.StepsBlock(group=WORDS)
    faq = texts.FaqBlock(group=WORDS)
    callout = texts.CalloutBlock(group=WORDS)
    cta = texts.CtaBlock(group=WORDS)
    grid = goods.GridBlock(group=GOODS)
    pick = goods.PickBlock(group=GOODS)
    voucher = goods.CodeBlock(group=GOODS)
    seller = goods.SellerBlock(group=GOODS)
    countdown = places.CountdownBlock(group=PLACES)
    season = places.SeasonBlock(group=PLACES)
    trace = places.TraceBlock(group=PLACES)
    map = places.MapBlock(group=PLACES)
    prices = places.PricesBlock(group=PLACES)
    live = places.LiveTeaserBlock(group=PLACES)
    video = places.VideoBlock(group=PLACES)
