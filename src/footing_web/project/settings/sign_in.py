"""Which of our forms stands in for which form of allauth."""

ACCOUNT_FORM_NAMES = {
    "login": "SignIn",
    "signup": "SignUp",
    "add_email": "NewAddress",
    "change_password": "ChangePassword",
    "set_password": "SetPassword",
    "reset_password": "ForgottenPassword",
    "reset_password_from_key": "NewPassword",
    "reauthenticate": "PasswordAgain",
}
SECOND_STEP_FORM_NAMES = {
    "authenticate": "SecondStep",
    "reauthenticate": "SecondStepAgain",
    "activate_totp": "SetUpApp",
    "add_webauthn": "AddKey",
    "edit_webauthn": "RenameKey",
}
