"""The procedures of Merlonges: a catalogue of twelve sheets, to be loaded after the places that they name."""

from home.demo.page import IN_MENU, DemoPage
from home.demo.sheets import CATALOGUE
from home.demo.sheets_people import PEOPLE
from home.demo.sheets_town import TOWN
from home.models import ServiceCataloguePage

PROCEDURES = (
    DemoPage(
        ServiceCataloguePage,
        CATALOGUE,
        "Les démarches",
        "État civil, école, urbanisme, vie quotidienne : ce que vous pouvez demander à la ville, et comment.",
        fields=IN_MENU,
    ),
    *PEOPLE,
    *TOWN,
)
