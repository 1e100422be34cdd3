"""What the task worker does for the follow-up."""

from django_tasks import task

from services.eservices.following.queries import request_of_email
from services.eservices.notices import tell_resident


@task(backend="audit")
def send_link(number: str, email: str) -> None:
    """Write to whoever gave the right number and address where to follow the request.

    Done here and not in the view, which so takes as long for a request that does not exist.
    """
    if request := request_of_email(number, email):
        tell_resident(
            request,
            subject="Suivre votre demande",
            text="Vous avez demandé un lien pour suivre votre demande. Si ce n’est pas vous, ne faites rien.",
        )
