"""The steps of a sign-in that differ from the library's."""

from allauth.account.stages import EmailVerificationStage

from services.accounts.access import may_enter_administration


class ResidentsConfirmTheirAddress(EmailVerificationStage):
    """Residents confirm their address before they sign in; an agent's was given by an administrator."""

    def handle(self):
        """Go on for an agent, else ask for what the library asks."""
        if self.login.user and may_enter_administration(self.login.user):
            return None, True
        return super().handle()
