"""The contrast of a text on a ground that never stops changing is for a person to judge, whenever it is read."""

import pytest

from accessibility import engine
from accessibility.browser import Browser
from accessibility.outcome import Verdict
from accessibility.probes.all_probes import Probing
from tests.accessibility.web_server import CLEAN

pytestmark = pytest.mark.xdist_group("probes")

FADING = (
    "<style>@keyframes fade { from { background: #333 } to { background: #111 } } .f { animation: fade 9s FOR }</style>"
    '<div class="f"><p style="color: #000">Texte sombre</p></div>'
)


@pytest.mark.parametrize(("lasting", "verdict"), [("infinite", Verdict.REVIEW), ("1 forwards", Verdict.FAIL)])
def test_contrast_on_a_ground_in_motion(site, lasting, verdict):
    address = site.page("/motion", CLEAN.format(FADING.replace("FOR", lasting)))
    with Browser() as browser:
        report = engine.check_url(browser, address, probing=Probing.NONE)
    (finding,) = [finding for finding in report.findings if finding.rule == "axe-color-contrast"]
    assert finding.verdict is verdict
