"""The words that say what a body is, by entity: regular expressions, the longest tried first.

They are matched as written or in capitals; `body_kinds` has those in small letters and in Welsh.
"""

from __future__ import annotations

from redactor.model import EntityType

_TRUST = (
    r"(?:University |Teaching |Acute |Community |Mental Health |Ambulance |Children's |"
    r"Hospitals? |NHS ){0,4}"
    r"NHS (?:and Social Care |Foundation |University |Partnership |Community |Mental Health |"
    r"Healthcare |Hospitals? |Acute |Teaching |Children's |Care ){0,4}Trust"
)
_FAITH = (
    r"(?:(?:C of E|CofE|C\.? ?of ?E\.?|CE|RC|Catholic|Roman Catholic|Church of England|Community|"
    r"Voluntary Aided|VA|VC|Endowed|Foundation|Muslim|Jewish|Islamic|Methodist) ){0,3}"
)
_STAGE = (
    r"(?:(?:Primary|Infants?'?|Junior|Infant and Junior|Secondary|High|Grammar|Upper|Middle|First|"
    r"Lower|Preparatory|Prep|Nursery|Special|Comprehensive|Free|Boarding|Village|Girls'|Boys'|"
    r"Community|Church|Independent|Technical|Studio|Montessori|Steiner|Forest|Catholic) ){0,4}"
)
_NO_SCHOOL = (
    r"(?! (?:Nurs|Health|Attend|Improve|Govern|Holiday|Run|Action|Years?|Uniform|Liaison|Staff|"
    r"Place|Meal|Bus|Report|Record|Age))"
)
_COUNCIL = (
    r"(?:(?:Metropolitan |London )?Borough |District |City |Town |Parish |County |"
    r"Community )?Council"
    r"(?! (?:Tax|House|Estate|Flat|Hous|Property|Tenan|of))"
)
_CENTRE = (
    "(?:Community|Family|Youth|Leisure|Sports|Day|Shopping|Garden|Women's|Resource|Contact|Job|"
    "Respite|Outdoor|Play|Arts|Visitor|Drop-in|Children's Contact|Child Contact|Learning|Training|"
    "Islamic|Hindu|Sikh|Jewish|Cultural|Law|Advice|Carers'?|Recovery|Activity|Education|Enterprise|"
    "Business|Civic|Recycling|Wellbeing|Well-being|Therapy|Retail|Bowls|Equestrian|Riding|Custody|"
    "Rape Crisis|Civil Justice|Justice|Combined Court|Hearing|Detention|Removal) Centre"
)
_CLUB = (
    "(?:Social|Working Men's|Football|Rugby|Cricket|Boxing|Youth|Golf|Sailing|Snooker|Bowls|"
    "Bowling|Tennis|Athletics?|Swimming|Conservative|Labour|Liberal|Ex-Servicemen's|Legion|Judo|"
    "Karate|"
    "Martial Arts|Gymnastics|Dance|Rowing|Cycling|Hockey|Netball|Running|Working|After School|"
    "Breakfast|Lunch|Supper|Country|Health|Workingmen's|Rugby League|Amateur Boxing) Club"
)
_HOME = (
    "(?:(?:Residential |Nursing |Care |Rest |Retirement |Convalescent |Dementia ){1,3}Homes?|"
    "(?:Care|Retirement) Village|Extra Care(?: Scheme)?|Almshouses?|Sheltered Housing(?: Scheme)?)"
)
_ABUSE = (
    "(?:Domestic (?:Abuse|Violence)|Women's|Sexual Violence) (?:Services?|Project|Support|Hub|"
    "Refuge|Helpline|Outreach)"
)

_UNIT = (
    r"(?:Assessment|Day|Stroke|Inpatient|Recovery|Rehabilitation|Mental Health|Secure|"
    r"Psychiatric|Maternity|Birthing|Therapy|Eating Disorders?|Crisis|136) (?:Unit|Suite)"
)
_PRACTICE_CENTRE = (
    r"(?:Medical|Health|Primary Care|Healthcare|Dental|Veterinary|GP|"
    r"Health and Wellbeing) (?:Centre|Hub)"
)
_PRACTICE = (
    r"(?:Medical|GP|Group|Family|Dental|Health|Veterinary|Doctors'?) (?:Practice|Group|"
    r"Partnership|Care)"
)
_COLLEGE = (
    r"(?:Sixth Form |Community |Further Education |Technology |Technical |Tertiary |"
    r"Agricultural )?College(?! (?:Tutor|Course|Place|Staff))"
)
_NURSERY = (
    r"(?:Day |Children's |Village |Community |Private )?Nursery(?! (?:Nurse|School|Worker|"
    r"Manager|Place|Staff|Setting|Assistant|Practitioner))"
)
_CHURCH = (
    r"(?:Parish |Baptist |Methodist |Community |Evangelical |Free |United Reformed |"
    r"Pentecostal |Catholic |Christian |Orthodox )*(?:Church|Chapel)(?! (?:of|School|in|Hall))"
)
_PRIMARY = (
    r"Primary(?! (?:Care|School|Mental|Academ|Health|Diagnos|Need|Prevent|Educat|Victim|Perpetrat|"
    r"Reason|Concern|Issue|Source|Contact|Object|Aim|Purpose|Head|Phase|Key|Teach|Cause|Risk|"
    r"Language|Evidence|Research|Legislation|and|or|is|was)\w*)"
)
_PRACTICE_ALONE = (
    r"Practice(?! (?:Nurs|Manage|Guid|Frame|Review|Standard|Learn|Model|Direct|Develop|Teach|Lead|"
    r"Note|Issue|Polic|Educat|Improve|Super|Partner|Group|Plus)\w*)(?! (?:of|for)\b)"
)
_ASSEMBLY = r"(?:Gospel )?Assembly(?! (?:Room|Point|Hall|Government|Member|of|and|on|time)\w*)"
_GROUP = (
    "(?:Women's|Men's|Mothers'|Ladies'?|Elders'?) (?:Group|Circle|Network|Collective|Association|"
    "Forum)"
)
_CARERS = (
    "(?:Carers'?|Famil(?:y|ies)'?|Parents'?|Survivors'?|Refugees?'?|Migrants'?|Young People's) "
    "(?:Link|Network|Forum|Federation|Voice|Hub|Alliance|Collective|Space)"
    "|Carers'? (?:Trust|Group|Support)"
)
_RECOVERY = (
    r"(?:Drug and Alcohol |Community )?Recovery(?: Services?| Partnership| College|"
    r"(?! (?:Plan|Order|Room|Position|Model|Work|Time|Phase|Programme|Process|Star|Capital|"
    r"Journey|Coach|Navigator|Action|Cost|from|and|of|in|is|was)\w*))"
)
_LIVING = (
    r"(?:Supported |Extra Care )?Living(?! (?:Wage|Allow|Room|Arrange|Skill|Condition|Standard|"
    r"Will|Cost|Expense|Space|Quarter|with|in|at|and|on|alone|together)\w*)"
)
_ADVICE = r"Advice(?: (?:Service|Line))?(?! (?:and|to|from|on|was|is|Note|given)\b)"


def listed(patterns: str) -> tuple[str, ...]:
    """The patterns of a block of text, parted by semicolons."""
    return tuple(" ".join(pattern.split()) for pattern in patterns.split(";"))


TYPES: dict[EntityType, tuple[str, ...]] = {
    EntityType.HOSPITAL: (
        _UNIT,
        *listed(
            r"""
            District General(?! Hospital);
            Hospitals?(?! (?:University |Teaching ){0,2}(?:NHS|Foundation|Trust)); Infirmary;
            Hospice; Birth(?:ing)? Centre; Minor Injur(?:ies|y)(?: Unit)?; Walk-? ?[Ii]n Centre;
            Urgent (?:Treatment|Care) Centre; Mother and Baby Unit; Sanatorium; Treatment Centre;
            Diagnostic Centre; Dialysis Unit; Eye Unit;
            Suite(?! (?:of|Manager)\b);
            Ward(?!(?:'|s\b| (?:Round|Manager|Sister|Staff|Councillor|Nurse|Doctor|Clerk)))
            """
        ),
    ),
    EntityType.PRACTICE: (
        _PRACTICE_CENTRE,
        _PRACTICE,
        _PRACTICE_ALONE,
        *listed(
            r"""
            Family Doctors; Medical(?= ?[,.)]| (?:and|is|was|has|had|said|told|wrote)\b);
            (?:(?:Medical|GP|Doctors'?|Family|Veterinary|Dental|Partnership|Group) )?Surgery;
            Health Clinic; Clinic; Polyclinic; Dentists?; Orthodontics; Vets; Opticians;
            Dental(?! (?:Nurse|Care|Health|Record|Appointment)); Physiotherapy Clinic
            """
        ),
    ),
    EntityType.SCHOOL: (
        rf"{_FAITH}{_STAGE}Schools?(?: for (?:Girls|Boys))?{_NO_SCHOOL}",
        rf"{_FAITH}{_STAGE}Academ(?:y|ies)(?! Trust)",
        _COLLEGE,
        _NURSERY,
        _PRIMARY,
        *listed(
            r"""
            Sixth Form; (?:Pupil|Student) Referral Unit; PRU; Pre-?[Ss]chool; Playgroup;
            Kindergarten; Montessori; Grammar(?! School); Childminding; Day Nurseries;
            (?:Sure Start )?(?:Children's|Children and Family) Centre; Toddler Group; Creche;
            Out of School Club; Kids Club; Childcare(?! (?:Act|Element|Vouchers?));
            University(?! (?:Press|Hospital|NHS))
            """
        ),
    ),
    EntityType.ORGANISATION: (
        _CHURCH,
        _TRUST,
        _HOME,
        _ABUSE,
        _COUNCIL,
        _CENTRE,
        _CLUB,
        _ASSEMBLY,
        _GROUP,
        _CARERS,
        _RECOVERY,
        _LIVING,
        _ADVICE,
        *listed(
            r"""
            Hospitals? (?:Foundation )?Trust; NHS FT; YMCA; YWCA; CIC; CIO;
            Community Interest Company; Police (?:Office|Post)(?!r);
            Hospice at Home; (?:Care|Nursing) at Home;
            Nursing and Dementia Care; Dementia Care; Day Care; Foodshare; Food ?[Pp]antry;
            Staffing Solutions; (?:Advocacy|Outreach|Floating Support) Service;
            Specialist Domestic Abuse Court; Civil and Family Justice Centre;
            Collective; Women's Line;
            (?:Multi-)?(?:Academy|Academies|Learning|Education|Schools) Trust; Partnership Trust;
            Learning (?:Federation|Partnership); Health Board; Clinical Commissioning Group;
            CCGs?; Integrated Care Board; ICB; Health and Social Care Trust;
            Primary Care (?:Trust|Network); PCT; PCN;
            (?:Community Safety|Safeguarding(?: Children| Adults)?) (?:Partnership|Board);
            Housing (?:Association|Trust|Group|Society|Partnership|Co-operative|Solutions|Company);
            Homes(?! (?:England|for)); Housing; Lettings; Letting Agents; Estate Agents;
            Properties; Property (?:Management|Services); Estates?(?! Management);
            Children's Homes?; Care (?:Centre|Services|Agency|Group|Solutions|Homes); Homecare;
            Home ?[Cc]are(?: Services)?; Domiciliary Care; Carers; Nursing Agency;
            Care (?:Ltd|Limited); Refuge; House(?! of); Lodge; Manor; Women's Aid; Rape Crisis;
            Rape and Sexual Abuse Centre; SARC; Citizens Advice(?: Bureau)?; Cathedral; Minster;
            (?:Central |Jamia |Jame )?(?:Mosque|Masjid); Kovil; Vihara; Derasar; Ashram; Dargah;
            Temple; Mandir; Gurdwara; Synagogue;
            Shul; Priory; Abbey; Convent; Kingdom Hall; Citadel; Tabernacle; Fellowship;
            Ministries; Rectory; Vicarage; Limited; Ltd\.?; PLC; Plc; plc; LLP;
            Solicitors; Accountants; (?:Combined |County and )?Magistrates'? Court;
            (?:Crown|County|Family|Sheriff) Court; (?:Youth|Combined|Law) Courts?;
            Courthouse; Court of Summary Justice; JP Court;
            Coroner'?s'? (?:Court|Office|Service); Tribunal; Police Station; Fire Station;
            Ambulance Station; (?:Custody|Police Custody) Suite;
            (?:Neighbourhood |Local |Community |Town )?Policing Team; Police(?= (?:CID|custody));
            Fire (?:and|&) Rescue(?: Service)?; Fire (?:Service|Brigade); Ambulance Service;
            Probation Trust; Probation(?: Office| Delivery Unit)?; Approved Premises; Family Hub;
            (?:Community|Wellbeing|Recovery|Youth|Advice|Warm) Hub; Hotel; Guest House;
            Bed and Breakfast; B&B; Inn; Arms; Tavern; Nightclub; Night Club; Alehouse; Brewery;
            Wine Bar; Project; Foundation; Charity; Initiative; Foodbank; Food [Bb]ank;
            Centre(?! (?:of|for|Manager|Staff|Parcs|Court)\b); Club(?! (?:Nights?|Card)\b); Society;
            Association(?! (?:of|for|with|between)\b); Alliance; Charitable Trust; Counselling;
            Advocacy(?! (?:Service|Project|Support|Act|Charter)s?\b); Gig Club;
            Credit Union; Men's Shed; Night Shelter; (?:Residents'?|Tenants'?) Association;
            (?:Village|Community|Church|Parish|Memorial|Town|Scout) (?:Hall|Hut); Youth Zone;
            Youth Group;
            (?:Youth|Community|Family|Families|Children's|Heritage|Arts) Trust;
            [AR]?FC; R[UL]FC; ABC(?! (?:model|chart|system|form)); Baths;
            (?:Rovers|Wanderers|United|Athletic|Town|City) (?:Juniors|Ladies|Reserves);
            Gazette; Advertiser; Argus; Echo; Evening (?:News|Post|Telegraph|Chronicle|Express);
            Gym(?:nasium)?; Fitness;
            Swimming Pool; Pharmacy; Chemists?; Supermarket; Library; Museum; Theatre; Cinema;
            Bingo; Crematorium; Cemetery; Recreation Ground; Playing Fields?; Country Park; Pier;
            (?:Railway|Train|Bus|Coach|Tram|Tube|Underground|Service) Station; Harbour; Marina;
            Bus Depot; Market(?= |,|\.|$)(?! (?:Rent|Town|Value)); Shopping (?:Mall|Arcade);
            Precinct; Co-op; Herald; Courier; Foundry; Castings;
            Stores?; Newsagents?; Off Licence; Convenience Store; Post Office;
            Florists?; Barbers; Hairdressers?; Hair (?:Salon|Studio); Beauty Salon; Nails;
            Bakers; Bakery; Butchers; Fishmongers; Fish Bar; Kebabs?; Pizza; Tandoori; Takeaway;
            Grill; Diner; Tea ?[Rr]ooms?; Coffee Shop; Caf[ée]; Bistro; Salon; Restaurant;
            Amusements; Bookmakers; Launderette; Dry Cleaners; Garage; Autos?; Hostel; Foyer;
            (?:Caravan|Holiday|Business|Retail|Trading|Science|Leisure) Park;
            (?:Industrial|Trading|Council|Housing) Estate; Barracks; Campsite;
            Immigration Removal Centre; Prison; Secure (?:Unit|Children's Home|Training Centre);
            Young Offenders? Institution; Children's Unit; Construction; Builders; Roofing;
            Building (?:Services|Supplies|Contractors); Contractors; Groundworks; Demolition;
            Scaffolding; Plumbing; Packaging; Logistics; Transport; Haulage; Motors; Freight;
            Couriers; Removals; Coaches; Buses; Cars; Car Sales; Fulfilment; Depot; Cold Storage;
            Boatbuilders; Boatyard;
            Fish Market; Farm Shop; Tyres; Auto Centre; Engineering;
            Fabrications; Joinery; Flooring; Carpets; Windows; Glazing; Heating; Electricals?;
            Decorators; Plastering; Paving; Plant Hire; Skip Hire; Taxis; Cabs; Private Hire;
            Foods; Meats; Poultry; Dairy; Catering; Cleaning; Laundry; Recruitment; Staffing;
            Industries; Manufacturing; Printers; Landscapes; Landscaping; Tree Services;
            Nurseries; Farms?; Stables; Kennels; Funeral (?:Directors?|Services?|Home);
            Undertakers; Driving School; Consultancy; Associates; Holdings; Enterprises; Supplies;
            Wholesale; Distribution Centre; Park(?! (?:Run|Home|Ranger))
            """
        ),
    ),
}
