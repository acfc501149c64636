"""Type words in small letters ("Margate hospital") and in Welsh, and what sets some apart."""

from __future__ import annotations

from redactor.detection.recognisers.body_types import listed
from redactor.model import EntityType

SURNAME_TYPES = frozenset("ward park church temple abbey lodge manor".split())
"""Type words that are surnames too: "Sarah Ward" is nobody's ward."""

PARTNERS = r"& (?:Co|Sons?|Daughters?|Partners|Company|Bros|Brothers)\.?"
"""What a firm's name ends in; it begins with no word, so it is looked for by its "&"."""

LOWER_TYPES: dict[EntityType, tuple[str, ...]] = {
    EntityType.HOSPITAL: (
        *listed(
            r"""
            hospital; infirmary; hospice; ward; walk-?in centre; minor injuries unit;
            (?:urgent treatment|birth(?:ing)?) centre
            """
        ),
    ),
    EntityType.PRACTICE: (
        *listed(
            r"""
            (?:gp |doctors'? |dental |veterinary )?surgery; (?:medical|health) centre;
            (?:medical|gp|dental) practice; clinic; dentists?; vets; opticians
            """
        ),
    ),
    EntityType.SCHOOL: (
        *listed(
            r"""
            (?:(?:primary|infants?'?|junior|secondary|high|grammar|nursery) )?school; academy;
            college; (?:day )?nursery; pre-?school; playgroup; children's centre; university
            """
        ),
    ),
    EntityType.ORGANISATION: (
        *listed(
            r"""
            (?:(?:care|nursing|residential|rest|retirement|children's) )+home;
            housing association; (?:police|fire|railway|train|bus) station;
            women's (?:refuge|aid); (?:(?:district|borough|city|town|parish) )?council;
            magistrates'? court; (?:crown|county|family) court;
            (?:community|family|leisure|youth|day|sports|shopping|contact|garden|job) centre;
            (?:football|youth|social|working men's|rugby|cricket|boxing) club; village hall;
            community hall; church hall; gym; nightclub; estate; prison; gurdwara; temple;
            chapel; cathedral; synagogue; bakery; garage; takeaway; barracks; solicitors; taxis;
            farm; park; foodbank; church; mosque; refuge; hostel; hotel; nightclub;
            nick; caf[ée]; caravan park; industrial estate; retail park; food ?bank; pharmacy;
            library
            """
        ),
    ),
}

WELSH_TYPES: dict[EntityType, tuple[str, ...]] = {
    EntityType.HOSPITAL: ("Ysbyty", "Hosbis"),
    EntityType.PRACTICE: ("Meddygfa", "Canolfan Iechyd", "Deintyddfa"),
    EntityType.SCHOOL: (
        "Ysgol(?: Gynradd| Uwchradd| Gyfun| Feithrin)?",
        "Coleg",
        "Cylch Meithrin",
        "Meithrinfa",
    ),
    EntityType.ORGANISATION: (
        "Plas",
        "Gorsaf Heddlu",
        "Llys(?: Ynadon| y Goron| Sirol)?",
        "Cymorth",
        "Eglwys",
        "Capel",
        "Canolfan",
        "Cartref",
        "Cartrefi",
        "Tafarn",
        "Clwb",
        "Gwesty",
        "Neuadd",
        "Caffi",
        "Fferyllfa",
        "Llyfrgell",
        "T\u0177",
        "Grwp|Gr\u0175p",
        "Cymdeithas",
    ),
}

WEAK_TYPES = frozenset(
    "homes housing estate estates lettings church inn arms temple chapel clinic surgery academy "
    "college university school prison library probation house lodge manor project council cafe "
    "farm farms construction motors transport foods salon cleaning restaurant ward properties "
    "carers fellowship foundation charity initiative gym "
    "fitness market precinct store stores nails pizza grill diner garage auto autos coaches cars "
    "windows heating dairy catering associates holdings enterprises supplies park dental vets "
    "childcare nurseries harbour tribunal contractors bakers barbers "
    "bakery florist rectory vicarage practice primary grammar assembly recovery living echo "
    "argus baths buses depot abc".split()
)
"""Type words that stand beside many names that are none of a body's."""

OWNED_TYPES = frozenset(
    listed(
        """
        Hospital; Church; Hospice; Cathedral; Garden Centre; Hotel; Pharmacy; Inn; Arms; Library;
        Supermarket; Chemist; Chemists; Guest House; Playgroup; Pre-School; Restaurant; Cafe; Café;
        Bakery; Stores; Store; Barbers; Bakers; Butchers; Kebabs; Pizza; Takeaway; Taxis;
        Newsagents; Off Licence; Church Hall; Tea Rooms; Bistro; Coffee Shop
        """
    )
)
"""Bodies that are called after an owner: "Guy's Hospital", "Marlowe's Garden Centre"."""
