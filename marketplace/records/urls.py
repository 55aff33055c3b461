"""Where the superuser reads the demonstration's letters (mounted below /desk/mailbox/)."""

from django.urls import path

from marketplace.records import views

app_name = "records"
urlpatterns = [
    path("", views.mailbox, name="mailbox"),
    path("<int:pk>/", views.letter, name="letter"),
    path("<int:pk>/html/", views.letter_html, name="letter_html"),
]
