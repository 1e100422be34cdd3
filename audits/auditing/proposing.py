"""The proposal of a sample: a look at the whole site, then the choice."""

import random
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

from accessibility.survey import Seen, Survey, section_of
from audits.auditing import sample_actions
from audits.auditing.options import SAMPLE_SIZE, AuditOptions, network_rules
from audits.auditing.page_types import types_by_path
from audits.auditing.sample import address_reached
from audits.auditing.sampling import Candidate, choose
from audits.models.audit import Audit, AuditPage
from audits.models.sample_kind import SampleKind

_BATCH = 10


def propose(audit: Audit, options: AuditOptions, on_seen: Callable[[int], None] = lambda count: None) -> bool:
    """Look at the site whose start page was visited, and store a sample of it; False when somebody asked to stop.

    `on_seen` is told how many addresses are known, from time to time. Behind a sign-in nothing is fetched: only what
    the start page, the sitemaps and the last audit told is known.
    """
    seen: list[Seen] = []
    for batch in _batches(_seen(audit, options)):
        seen += batch
        sample_actions.record_seen(audit, batch)
        if audit.wish:
            return False
        on_seen(len(seen))
    seed = options.seed if options.seed is not None else new_seed()
    choices = choose(*_candidates(audit, seen), size=min(options.max_pages, SAMPLE_SIZE), seed=seed, shown=_shown(seen))
    sample_actions.propose_sample(audit, choices, seed)
    return True


def new_seed() -> int:
    """A seed that nobody could foresee, short enough to be copied by hand."""
    return random.SystemRandom().randrange(1_000_000)


def _seen(audit: Audit, options: AuditOptions) -> Iterator[Seen]:
    waiting = list(audit.pages.filter(state=AuditPage.State.WAITING).values_list("address", flat=True))
    known = [*waiting, *_of_last_audit(audit)]
    if options.sign_in:
        return (Seen(address) for address in dict.fromkeys(known))
    survey = Survey(
        address_reached(audit),
        rules=network_rules(),
        prefix=options.under,
        ignore_robots=options.ignore_robots,
        known=known,
    )
    return survey.seen()


def _of_last_audit(audit: Audit) -> list[str]:
    """The pages that the last finished audit of the same address, under the same sign-in, has judged."""
    finished = Audit.objects.filter(start_url=audit.start_url, state=Audit.State.FINISHED, pk__lt=audit.pk)
    wanted = (audit.options.get("sign_in", ""), audit.options.get("under", "/"))
    last = next((one for one in finished if (one.options.get("sign_in", ""), one.options.get("under")) == wanted), None)
    return list(last.pages.filter(state=AuditPage.State.DONE).values_list("address", flat=True)) if last else []


def _batches(seen: Iterator[Seen]) -> Iterator[list[Seen]]:
    batch: list[Seen] = []
    for one in seen:
        batch.append(one)
        if len(batch) == (_BATCH if one.outline else 50 * _BATCH):
            yield batch
            batch = []
    yield batch


def _candidates(audit: Audit, seen: list[Seen]) -> tuple[list[Candidate], list[Candidate]]:
    types = types_by_path(audit.site)

    def service_of(address: str) -> str:
        return types.get(unquote(urlsplit(address).path).strip("/"), "") or section_of(address)

    free = audit.pages.filter(state=AuditPage.State.WAITING)
    pages = set(free.exclude(kind=SampleKind.DOCUMENT).values_list("address", flat=True))
    documents = set(free.filter(kind=SampleKind.DOCUMENT).values_list("address", flat=True))
    by_address = {one.address: one for one in seen}
    candidates = []
    for address in pages:
        one = by_address.get(address, Seen(address))
        title, traits = (one.outline.title, one.outline.traits) if one.outline else ("", frozenset())
        candidates.append(Candidate(address, title, service_of(address), traits, one.is_search))
    return candidates, [
        Candidate(address, service=service_of(by_address[address].found_on or address))
        for address in documents
        if address in by_address
    ]


def _shown(seen: list[Seen]) -> frozenset[str]:
    """The traits of the start page, which a survey gives first."""
    return seen[0].outline.traits if seen and seen[0].outline else frozenset()
