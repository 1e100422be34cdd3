"""An audit of a large site, killed three times and resumed: each page once, and a worker that does not swell."""

import os
import re
import signal
from collections import Counter
from statistics import median

import psutil
import pytest

from audits.models import Audit, AuditPage
from tests.audits.generated_site import generated_site
from tests.audits.management_command import command, read_until

LARGE = int(os.environ.get("PARVIS_PROOF_PAGES", "2000"))
WARM = 300
"""Pages after which the worker has read all that it keeps."""
MOST_GROWTH = 1.10
OF_THE_SITE = "c12_01_only_one_way"
"""What a site of more than ten pages without search fails as a whole, said on its first page."""
STRIKES = (0.05, 0.1, 0.15)
"""When the worker is killed, as parts of the site; what is left is done by one worker, whose memory is watched."""


def audit_of(pages: int) -> tuple[Audit, list[int]]:
    """Audit a generated site, killing the worker three times; the audit, and the last worker's bytes by page."""
    with generated_site(pages) as site:
        arguments = ["audit_site", site.url, "--max-pages", str(2 * pages), "--timeout", "60"]
        for part in STRIKES:
            with command(*arguments) as process:
                read_until(process, rf"^{max(1, int(part * pages))} ")
                process.send_signal(signal.SIGKILL)
                process.wait(20)
            audit = Audit.objects.get()
            assert audit.state == Audit.State.RUNNING
            arguments = ["audit_site", "--resume", str(audit.pk)]
        memory = []
        with command(*arguments) as process:
            worker = psutil.Process(process.pid)
            for line in process.stdout:
                if re.match(r"\d+ http", line):
                    memory.append(worker.memory_info().rss)
            assert process.wait(60) == 0
    audit.refresh_from_db()
    return audit, memory


def growth(memory: list[int], warm: int) -> float:
    """How many times as large the worker ends as it was once warm: medians, for its memory goes up and down."""
    span = max(1, min(50, (len(memory) - warm) // 3))
    return median(memory[-span:]) / median(memory[warm : warm + span])


@pytest.mark.timeout(4 * 3600)
@pytest.mark.parametrize("pages", [20, pytest.param(LARGE, marks=pytest.mark.proof)])
def test_a_killed_audit_ends_with_each_page_once_and_a_worker_of_the_same_size(transactional_db, pages):
    audit, memory = audit_of(pages)
    assert audit.state == Audit.State.FINISHED
    rows = list(audit.pages.all())
    assert Counter(row.state for row in rows) == {AuditPage.State.DONE: pages}
    assert len({row.final_url for row in rows}) == pages
    assert all(row.findings.count() == row.failures + row.reviews for row in rows)
    broken = [row for row in rows if row.findings.filter(verdict="fail").exclude(rule=OF_THE_SITE).exists()]
    assert len(broken) == sum(number % 3 > 0 for number in range(pages))
    warm = min(WARM, len(memory) // 2)
    assert growth(memory, warm) < MOST_GROWTH, [size >> 20 for size in memory[::50]]
