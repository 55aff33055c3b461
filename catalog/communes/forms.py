"""What may be asked about places."""

from django import forms


class Asked(forms.Form):
    """The type-ahead's question: a province, and what was typed of a name."""

    province = forms.RegexField("^[0-9]{2}$", required=False)
    q = forms.CharField(max_length=120, required=False)
    format = forms.ChoiceField(choices=[("json", "json"), ("html", "html")], required=False)
