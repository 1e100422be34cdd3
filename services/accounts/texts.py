"""What the library says, in the portal's words: mistakes in forms, and messages at the head of a page."""

_MISMATCH = "L’adresse ou le mot de passe est inexact. Vérifiez les deux, ou demandez un code par courriel."
_TOO_OFTEN = "Trop d’essais en peu de temps. Patientez dix minutes, puis réessayez."
_CODE = "Ce code est inexact, ou il n’est plus valable."
_USED = "Cette adresse est déjà celle de votre compte."

MISTAKES = {
    "account_inactive": "Ce compte est fermé.",
    "duplicate_email": _USED,
    "same_as_current": _USED,
    "email_password_mismatch": _MISMATCH,
    "username_password_mismatch": _MISMATCH,
    "invalid_login": _MISMATCH,
    "incorrect_password": "Ce mot de passe est inexact.",
    "enter_current_password": "Ce n’est pas votre mot de passe actuel.",
    "incorrect_code": _CODE,
    "too_many_login_attempts": _TOO_OFTEN,
    "rate_limited": _TOO_OFTEN,
    "max_email_addresses": "Un compte a %d adresses au plus.",
}

FACTOR_MISTAKES = {
    "incorrect_code": _CODE,
    "rate_limited": _TOO_OFTEN,
    "cannot_delete_authenticator": "Ce second facteur ne peut pas être retiré.",
    "cannot_generate_recovery_codes": "Ajoutez d’abord une application ou une clé d’accès.",
}

MESSAGES = {
    "account/messages/email_confirmation_sent.txt": "Un courriel est parti vers {email}. Ouvrez le lien qu’il donne.",
    "account/messages/email_confirmed.txt": "L’adresse {email} est confirmée.",
    "account/messages/email_confirmation_failed.txt": "L’adresse {email} n’a pas pu être confirmée\u00a0: "
    "elle est celle d’un autre compte.",
    "account/messages/email_deleted.txt": "L’adresse {deleted_email} est oubliée.",
    "account/messages/logged_out.txt": "Vous êtes déconnecté.",
    "account/messages/password_changed.txt": "Votre mot de passe est changé.",
    "account/messages/password_set.txt": "Votre mot de passe est enregistré.",
    "usersessions/messages/sessions_logged_out.txt": "Les autres appareils sont déconnectés.",
    "mfa/messages/totp_activated.txt": "L’application d’authentification est ajoutée.",
    "mfa/messages/totp_deactivated.txt": "L’application d’authentification est retirée.",
    "mfa/messages/webauthn_added.txt": "La clé d’accès est ajoutée.",
    "mfa/messages/webauthn_removed.txt": "La clé d’accès est retirée.",
    "mfa/messages/recovery_codes_generated.txt": "De nouveaux codes de secours remplacent les anciens.",
}
"""By the library's template. A message that is not here is not shown: the page that follows says it."""
