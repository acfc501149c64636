"""The words that say what a body is, by entity: regular expressions, the longest tried first.

The first table is matched as written or in capitals, the second in lower case ("Margate hospital"),
the third stands before the name in Welsh ("Ysgol Cwm Derwen").
"""

from __future__ import annotations

from redactor.model import EntityType

_TRUST = (
    r"(?:University |Teaching |Acute |Community |Mental Health |Ambulance |Children's |"
    r"Hospitals? |NHS ){0,4}"
    r"NHS (?:and Social Care |Foundation |University |Partnership |Community |Mental Health |"
    r"Healthcare |Hospitals? |Acute |Teaching ){0,4}Trust"
)
_FAITH = (
    r"(?:(?:C of E|CofE|CE|RC|Catholic|Roman Catholic|Church of England|Community|Voluntary "
    r"Aided|VA|"
    r"VC|Endowed|Foundation) ){0,3}"
)
_STAGE = (
    r"(?:(?:Primary|Infants?'?|Junior|Infant and Junior|Secondary|High|Grammar|Upper|Middle|First|"
    r"Preparatory|Prep|Nursery|Special|Comprehensive|Free|Boarding|Village|Girls'|Boys'|Community|"
    r"Church|Independent|Technical) ){0,4}"
)
_NO_SCHOOL = r"(?! (?:Nurs|Health|Attend|Improve|Govern|Holiday|Run|Action|Years?|Uniform|Liaison))"
_COUNCIL = (
    r"(?:(?:Metropolitan |London )?Borough |District |City |Town |Parish |County )?Council"
    r"(?! (?:Tax|House|Estate|Flat|Hous|Property|Tenan|of))"
)
_CENTRE = (
    "(?:Community|Family|Youth|Leisure|Sports|Day|Shopping|Garden|Women's|Resource|Contact|Job|"
    "Respite|Outdoor|Play|Arts|Visitor|Drop-in) Centre"
)

TYPES: dict[EntityType, tuple[str, ...]] = {
    EntityType.HOSPITAL: (
        r"Hospitals?(?! (?:University |Teaching ){0,2}(?:NHS|Foundation|Trust))",
        "Infirmary",
        "Hospice",
        "Birth Centre",
        "Minor Injuries Unit",
        "Walk-in Centre",
        "Urgent Treatment Centre",
        "Mother and Baby Unit",
    ),
    EntityType.PRACTICE: (
        "(?:(?:Medical|GP|Doctors'?|Family|Veterinary|Dental|Partnership) )?Surgery",
        "(?:Medical|Health|Primary Care|Healthcare) Centre",
        "(?:Medical|GP|Group|Family|Dental|Health) (?:Practice|Group|Partnership)",
        "Health Clinic",
        "Clinic",
    ),
    EntityType.SCHOOL: (
        rf"{_FAITH}{_STAGE}School{_NO_SCHOOL}",
        rf"{_FAITH}{_STAGE}Academy(?! Trust)",
        "(?:Sixth Form |Community |Further Education |Technology )?College",
        "Pupil Referral Unit",
        r"(?:Day )?Nursery(?! (?:Nurse|School|Worker|Manager|Place))",
        "Pre-?[Ss]chool",
        "Playgroup",
        "Children's Centre",
        r"University(?! (?:Press|Hospital|NHS))",
    ),
    EntityType.ORGANISATION: (
        _TRUST,
        *("Hospitals? (?:Foundation )?Trust", "(?:Multi-)?Academy Trust", "Partnership Trust"),
        *("Health Board", "Clinical Commissioning Group", "CCGs?", "Integrated Care Board"),
        "(?:Community Safety|Safeguarding(?: Children| Adults)?) (?:Partnership|Board)",
        *("Housing (?:Association|Trust|Group|Society)", "Homes", "Housing", "Lettings", "Estates"),
        *("Children's Home", "(?:Residential |Nursing |Care |Rest |Retirement ){1,3}Home"),
        *("Care Centre", "Care Services", "Homecare", "Refuge", "House(?! of)", "Lodge", "Manor"),
        "(?:Parish |Baptist |Methodist |Community )?Church(?! (?:of|School|in))",
        *("Cathedral", "Chapel", "Mosque", "Masjid", "Temple", "Gurdwara", "Synagogue", "Priory"),
        *("Abbey", "Convent", "Limited", r"Ltd\.?", "PLC", "Plc", "plc", "LLP", "Solicitors"),
        r"& (?:Co|Sons?|Daughters?|Partners)\.?",
        _COUNCIL,
        *("(?:Combined |County and )?Magistrates'? Court", "(?:Crown|County|Family) Court"),
        *("Coroner's Court", "Police Station", "Fire Station", "Ambulance Station"),
        *("Fire (?:and|&) Rescue(?: Service)?", "Fire (?:Service|Brigade)", "Ambulance Service"),
        *("Probation Trust", "Probation"),
        _CENTRE,
        *("Family Hub", "Hotel", "Guest House", "Inn", "Arms", "Tavern", "Nightclub", "Project"),
        "(?:Social|Working Men's|Football|Rugby|Cricket|Boxing|Youth|Golf|Sailing) Club",
        *("Pharmacy", "Chemists?", "Supermarket", "Library", "Museum", "Theatre", "Food ?bank"),
        *("Hostel", "Foyer", "(?:Caravan|Holiday|Business|Retail) Park", "Industrial Estate"),
        *("Barracks", "Immigration Removal Centre", "Detention Centre", "Prison", "Secure Unit"),
        *("Young Offender Institution", "Children's Unit", "Construction", "Builders", "Roofing"),
        *("Scaffolding", "Plumbing", "Packaging", "Logistics", "Transport", "Haulage", "Motors"),
        *("Engineering", "Taxis", "Cabs", "Foods", "Bakery", "Cafe", "Restaurant", "Salon"),
        *("Butchers", "Cleaning", "Recruitment", "Industries", "Electrical", "Landscapes"),
        *("Farms?", "Stables", "Kennels"),
    ),
}

LOWER_TYPES: dict[EntityType, tuple[str, ...]] = {
    EntityType.HOSPITAL: ("hospital", "infirmary", "hospice"),
    EntityType.PRACTICE: (
        "(?:gp |doctors'? )?surgery",
        "(?:medical|health) centre",
        "(?:medical|gp) practice",
        "clinic",
    ),
    EntityType.SCHOOL: (
        "(?:(?:primary|infants?'?|junior|secondary|high|grammar|nursery) )?school",
        *(
            "academy",
            "college",
            "(?:day )?nursery",
            "pre-?school",
            "playgroup",
            "children's centre",
        ),
        "university",
    ),
    EntityType.ORGANISATION: (
        *("(?:care|nursing|residential) home", "housing association", "(?:police|fire) station"),
        *("(?:(?:district|borough|city|town|parish) )?council", "magistrates'? court"),
        *("(?:crown|county) court", "(?:community|family|leisure|youth|day) centre"),
        *("(?:football|youth) club", "church", "mosque", "refuge", "hostel", "hotel", "nightclub"),
        *("caravan park", "industrial estate", "retail park", "food ?bank", "pharmacy", "library"),
    ),
}

WELSH_TYPES: dict[EntityType, tuple[str, ...]] = {
    EntityType.HOSPITAL: ("Ysbyty",),
    EntityType.PRACTICE: ("Meddygfa", "Canolfan Iechyd"),
    EntityType.SCHOOL: ("Ysgol(?: Gynradd| Uwchradd| Gyfun)?", "Coleg", "Cylch Meithrin"),
    EntityType.ORGANISATION: ("Plas", "Eglwys", "Capel", "Canolfan", "Cartref"),
}

WEAK_TYPES = frozenset(
    "homes housing estates lettings church inn arms temple chapel clinic surgery academy college "
    "university school prison library probation house lodge manor project council cafe farm farms "
    "construction motors transport foods salon cleaning restaurant".split()
)
"""Type words that stand beside many names that are none of a body's."""

OWNED_TYPES = frozenset(
    (
        *(
            "Hospital",
            "Church",
            "Hospice",
            "Cathedral",
            "Garden Centre",
            "Hotel",
            "Pharmacy",
            "Inn",
        ),
        *("Arms", "Library", "Supermarket", "Chemist", "Chemists", "Guest House", "Playgroup"),
        *("Pre-School", "Restaurant", "Cafe", "Bakery"),
    )
)
"""Bodies that are called after an owner: "Guy's Hospital", "Marlowe's Garden Centre"."""
