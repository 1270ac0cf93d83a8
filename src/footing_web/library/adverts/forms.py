"""What the advert helper asks."""

from django import forms

LONGEST_ADVERT_LETTERS = 20_000


class AdvertForm(forms.Form):
    """An advert, pasted."""

    advert = forms.CharField(
        label="The advert",
        help_text="Paste the words of the advert. Nothing that you paste is stored or logged.",
        max_length=LONGEST_ADVERT_LETTERS,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "true"}),
        error_messages={
            "required": "Paste the words of an advert",
            "max_length": "Paste no more than 20,000 letters: about seven pages",
        },
    )
