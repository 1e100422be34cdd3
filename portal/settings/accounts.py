"""Accounts of residents and of agents: how one signs in, how often one may try, what a second factor is."""

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts_home"
# A browser that is closed signs out: residents come from the computers of the library too.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
PASSWORD_RESET_TIMEOUT = 24 * 3600

# The pages by which everybody signs in stay open during maintenance, for agents.
SIGN_IN_PATH = "/compte/connexion/"
# Whether who may open the administration must have a second factor.
PARVIS_SECOND_FACTOR_FOR_AGENTS = True
# What holds data on people, each in its application: see services/accounts/holdings.py.
PARVIS_PERSONAL_DATA = [
    "services.accounts.personal_data.AccountData",
    "services.outbox.personal_data.MailData",
    "home.personal_data.MessageData",
    "services.eservices.personal_data.RequestData",
]
# What « Mon compte » leads to besides, in other applications: a text, and the name of an address.
PARVIS_ACCOUNT_LINKS = [("Suivre mes demandes", "eservices:mine")]

ACCOUNT_ADAPTER = "services.accounts.adapter.AccountAdapter"
# Residents sign in by their address; agents, whose accounts an administrator makes, by their name too.
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD = "site_web"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
# Slow mail and slow readers have the time: a quarter of an hour.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_TIMEOUT = 30 * 60
# Digits: read aloud and typed on any keyboard. Few tries an hour make up for their small number.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
ACCOUNT_RATE_LIMITS = {
    "signup": "10/h/ip",
    "login": "30/m/ip",
    "login_failed": "20/m/ip,6/10m/key",
    "request_login_code": "20/m/ip,10/h/key",
    "reset_password": "20/m/ip,5/h/key",
    "confirm_email": "1/1m/key",
}
ACCOUNT_FORMS = {
    "login": "services.accounts.forms.signing.SignInForm",
    "signup": "services.accounts.forms.signing.SignUpForm",
    "request_login_code": "services.accounts.forms.signing.RequestCodeForm",
    "confirm_login_code": "services.accounts.forms.signing.CodeForm",
    "reauthenticate": "services.accounts.forms.signing.PasswordAgainForm",
    "add_email": "services.accounts.forms.changes.ChangeAddressForm",
    "change_password": "services.accounts.forms.changes.ChangePasswordForm",
    "reset_password": "services.accounts.forms.changes.ForgottenPasswordForm",
    "reset_password_from_key": "services.accounts.forms.changes.NewPasswordForm",
}

MFA_ADAPTER = "services.accounts.factor_adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Nobody signs in with an address that is not theirs; agents' addresses are given by an administrator.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# A clock that is half a minute out, or a slow hand, is no thief.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "services.accounts.forms.factors.SecondFactorForm",
    "reauthenticate": "services.accounts.forms.factors.SecondFactorAgainForm",
    "activate_totp": "services.accounts.forms.factors.AddApplicationForm",
    "authenticate_webauthn": "services.accounts.forms.factors.PasskeyForm",
    "reauthenticate_webauthn": "services.accounts.forms.factors.PasskeyAgainForm",
    "login_webauthn": "services.accounts.forms.factors.PasskeySignInForm",
    "add_webauthn": "services.accounts.forms.factors.AddPasskeyForm",
    "edit_webauthn": "services.accounts.forms.factors.RenamePasskeyForm",
}

# Addresses and passwords change in one place, which asks who one is and writes to the person.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
