"""The cooperatives' pages below /sell/."""

from django.urls import include, path

from marketplace.workspace import (
    applying,
    figures,
    listings,
    lots,
    members,
    papers,
    stall,
    today,
    wizard,
)

urlpatterns = [
    path("", today.today, name="sell-today"),
    path("apply/", applying.apply, name="sell-apply"),
    path("apply/again/", applying.again, name="sell-apply-again"),
    path("stalls/", stall.switch, name="sell-switch"),
    path("cooperative/", stall.stall, name="sell-cooperative"),
    path("cooperative/profile/", stall.change, name="sell-profile"),
    path("cooperative/account/", stall.account, name="sell-account"),
    path("cooperative/papers/", stall.hand_in, name="sell-papers"),
    path("papers/<slug:token>/", papers.paper, name="sell-paper"),
    path("members/", members.members, name="sell-members"),
    path("members/<int:member_id>/", members.member, name="sell-member"),
    path(
        "members/invitations/<int:invitation_id>/",
        members.withdraw,
        name="sell-uninvite",
    ),
    path("leave/", members.leave, name="sell-leave"),
    path("figures/", figures.figures_of, name="sell-figures"),
    path("invitations/", members.invitations, name="sell-invitations"),
    path("invitations/<slug:token>/", members.answer, name="sell-invitation"),
    path("listings/", listings.listings, name="sell-listings"),
    path("listings/new/", wizard.new, name="sell-listing-new"),
    path("listings/<int:listing_id>/", listings.listing, name="sell-listing"),
    path("listings/<int:listing_id>/change/", listings.change, name="sell-listing-change"),
    path(
        "listings/<int:listing_id>/shown/",
        listings.visibility_of,
        name="sell-listing-shown",
    ),
    path("listings/<int:listing_id>/lots/new/", lots.new, name="sell-lot-new"),
    path(
        "changes/<int:change_id>/withdraw/",
        listings.withdraw,
        name="sell-change-withdraw",
    ),
    path("drafts/<slug:token>/", wizard.review, name="sell-draft"),
    path("drafts/<slug:token>/discard/", wizard.discard, name="sell-draft-discard"),
    path("drafts/<slug:token>/<slug:name>/", wizard.step, name="sell-draft-step"),
    path("orders/", include("marketplace.workspace.order_urls")),
    path("lots/", lots.lots, name="sell-lots"),
    path("lots/new/", lots.choose, name="sell-lot-choose"),
    path("lots/balances/<int:balance_id>/", lots.write_off, name="sell-write-off"),
]
