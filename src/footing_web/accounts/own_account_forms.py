"""What somebody is asked about their own account."""

from django import forms


class NameForm(forms.Form):
    """The name by which colleagues know one."""

    name = forms.CharField(
        label="Your name",
        max_length=150,
        error_messages={"required": "Enter your name."},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class DeleteAccountForm(forms.Form):
    """A tick before something that cannot be taken back."""

    sure = forms.BooleanField(
        label="Yes, delete my account for good",
        error_messages={"required": "Tick the box if you want to delete your account."},
    )
