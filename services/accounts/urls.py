"""Addresses of accounts: the library's views that are of use here, each on a page of ours, and no other."""

from allauth.account import views as library
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as application
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.urls import path
from django.views.generic import RedirectView

from services.accounts import views
from services.accounts.pages import account_page
from services.accounts.passkeys import AddPasskeyView

urlpatterns = [
    path("", views.account, name="accounts_home"),
    path("mes-donnees/", views.export, name="accounts_export"),
    path("supprimer/", views.delete, name="accounts_delete"),
    # Signing up and in. What begins with « connexion/ » stays open during maintenance.
    account_page("creer/", library.SignupView, "account_signup", "accounts/sign_up.html"),
    account_page("connexion/", library.LoginView, "account_login", "accounts/sign_in.html"),
    account_page(
        "connexion/code/", library.RequestLoginCodeView, "account_request_login_code", "accounts/request_code.html"
    ),
    account_page(
        "connexion/code/saisir/", library.ConfirmLoginCodeView, "account_confirm_login_code", "accounts/code.html"
    ),
    account_page(
        "connexion/second-facteur/", factors.AuthenticateView, "mfa_authenticate", "accounts/second_factor.html"
    ),
    account_page("connexion/cle/", passkeys.LoginWebAuthnView, "mfa_login_webauthn"),
    account_page("connexion/ferme/", library.AccountInactiveView, "account_inactive", "accounts/closed.html"),
    account_page("deconnexion/", library.LogoutView, "account_logout", "accounts/sign_out.html"),
    # The address.
    account_page(
        "confirmer/",
        library.EmailVerificationSentView,
        "account_email_verification_sent",
        "accounts/confirmation_sent.html",
    ),
    account_page(
        "confirmer/<str:key>/", library.ConfirmEmailView, "account_confirm_email", "accounts/confirm_address.html"
    ),
    account_page("adresse/", library.EmailView, "account_email", "accounts/address.html"),
    # The password.
    account_page(
        "mot-de-passe/", library.PasswordChangeView, "account_change_password", "accounts/change_password.html"
    ),
    path(
        "mot-de-passe/choisir/",
        RedirectView.as_view(pattern_name="account_reset_password"),
        name="account_set_password",
    ),
    account_page(
        "mot-de-passe/oublie/", library.PasswordResetView, "account_reset_password", "accounts/forgotten_password.html"
    ),
    account_page(
        "mot-de-passe/oublie/envoye/",
        library.PasswordResetDoneView,
        "account_reset_password_done",
        "accounts/password_link_sent.html",
    ),
    account_page(
        r"^mot-de-passe/nouveau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        library.PasswordResetFromKeyView,
        "account_reset_password_from_key",
        "accounts/new_password.html",
    ),
    path(
        "mot-de-passe/nouveau/",
        RedirectView.as_view(pattern_name="account_login"),
        name="account_reset_password_from_key_done",
    ),
    # Saying again who one is, before something that matters.
    account_page("identite/", library.ReauthenticateView, "account_reauthenticate", "accounts/password_again.html"),
    account_page("identite/code/", factors.ReauthenticateView, "mfa_reauthenticate", "accounts/code_again.html"),
    account_page(
        "identite/cle/",
        passkeys.ReauthenticateWebAuthnView,
        "mfa_reauthenticate_webauthn",
        "accounts/passkey_again.html",
    ),
    # Second factors.
    account_page("securite/", factors.IndexView, "mfa_index", "accounts/security.html"),
    account_page(
        "securite/application/", application.ActivateTOTPView, "mfa_activate_totp", "accounts/add_application.html"
    ),
    account_page(
        "securite/application/retirer/",
        application.DeactivateTOTPView,
        "mfa_deactivate_totp",
        "accounts/remove_application.html",
    ),
    path("securite/cles/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    account_page("securite/cles/ajouter/", AddPasskeyView, "mfa_add_webauthn", "accounts/add_passkey.html"),
    account_page(
        "securite/cles/<int:pk>/renommer/",
        passkeys.EditWebAuthnView,
        "mfa_edit_webauthn",
        "accounts/rename_passkey.html",
    ),
    account_page(
        "securite/cles/<int:pk>/retirer/",
        passkeys.RemoveWebAuthnView,
        "mfa_remove_webauthn",
        "accounts/remove_passkey.html",
    ),
    account_page(
        "securite/codes/", codes.ViewRecoveryCodesView, "mfa_view_recovery_codes", "accounts/recovery_codes.html"
    ),
    account_page(
        "securite/codes/changer/",
        codes.GenerateRecoveryCodesView,
        "mfa_generate_recovery_codes",
        "accounts/new_recovery_codes.html",
    ),
    account_page(
        "securite/codes/telecharger/",
        codes.DownloadRecoveryCodesView,
        "mfa_download_recovery_codes",
        "accounts/recovery_codes.txt",
    ),
    account_page("appareils/", sessions.ListUserSessionsView, "usersessions_list", "accounts/devices.html"),
]
