"""Words that help to tell the name of a body from the sentence around it. All in lower case."""

from __future__ import annotations

CONNECTORS = frozenset("of and the for in on upon le la de y cum under next by with at".split())

FRONT_WORDS = frozenset(
    """
    the a an this that these those his her their its our my your at in on from to by with near
    outside into inside before after when while where although though because since if as but so
    or nor and both each every all any some no other another following during between within
    across against about under over until once whilst however therefore also then there here it
    he she they we i you who which what whose mr mrs ms miss mx dr doctor prof professor rev
    reverend sir pc dc ds di dci ps sgt pcso insp inspector sergeant constable nurse sister
    matron midwife according regarding concerning including despite unlike via per re for of
    employed employs worked works working run ran contact visited attended attends saw met
    called rang told asked is was were are had has have did does do said attending visiting
    leaving joining manager head director chair chief deputy assistant former ex retired senior
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december staff officers officer governor
    governors
    """.split()
)

OF_HEADS = frozenset(
    """
    isle isles city borough county university vale diocese parish house lady duke duchess prince
    princess earl bishop c church sisters brothers order heart star friends forest bank school
    college hospital hospitals mount royal trinity daughters kingdom queen king kings sons
    mother peak stow stoke chapel hall lord east west north south ashby
    """.split()
)
"""What may stand before an "of" inside a name: "Isle of Thanet", "Our Lady of Sorrows"."""

JOINING_OWNERS = frozenset(
    """
    king's queen's kings' prince's princess's bishop's archbishop's children's women's men's
    girls' boys' people's mothers' teachers' lady's women's, workers' veterans' friends' mary's
    peter's paul's john's james's luke's mark's andrew's george's michael's nicholas' martin's
    pilgrims' weavers' sailors' fishermen's miners' monks' friars' travellers' shepherds'
    carpenters' bricklayers' strangers'
    christ's joseph's anne's ann's catherine's margaret's edmund's augustine's anselm's
    thomas's gregory's
    """.split()
)
"""Possessives that names of bodies hold; any other owner ("Isla's") belongs to the sentence."""

GENERIC_WORDS = frozenset(
    """
    general acute community local district county city town borough parish village mental health
    university teaching royal children's child children maternity psychiatric private national
    nhs primary secondary special infant infants junior high grammar upper middle lower first
    care nursing residential social housing day women's men's authority trust foundation
    hospital hospitals crown magistrates magistrates' family youth police station gp gps doctors
    doctors' medical surgery practice centre cottage minor injuries unit emergency department
    state independent faith catholic c e cofe rc ce va vc further education sixth form sure
    start new old main another area zone region regional central north south east west northern
    southern eastern western nearby nearest same specialist secure adult adults young people
    people's elderly older psychiatry inpatient in-patient outpatient clinical integrated
    commissioning group board service services public partnership multi-agency multi
    safeguarding safety abuse domestic violence association associations supported sheltered
    council councils councillors registered provider landlord mainstream boarding free
    comprehensive church england roman methodist baptist protestant jewish muslim christian
    islamic sikh hindu specialised learning disability support early help years intervention
    advice drop-in resource respite contact leisure sports community's job shopping home homes
    houses house hotel hostel refuge bed breakfast coroner's coroner coroners' appeal supreme
    combined court courts probation prison hm hmp open closed local's former previous current
    present future own different various several many most some two three four five second third
    fourth adult's limited company plc ltd llp team teams worker workers ambulance fire rescue
    brigade acute's physical sexual assault referral rape crisis drug alcohol substance misuse
    recovery treatment rehabilitation detox mother baby birth walk-in urgent dental veterinary
    pharmacy nursery pre-school preschool playgroup kindergarten school schools academy
    academies college colleges universities pupil student students pupils out after before named
    designated lead head headteacher teacher teachers head's deputy health's visitor visitors
    visiting worker's review reviews panel report reports overview imr dhr scr level stage tier
    section part chapter appendix year key category type band ward forced marriage honour
    british uk united kingdom english welsh scottish irish employer landlord's business
    industrial retail army military naval immigration removal detention voluntary aided
    controlled endowed foundation's technical modern preparatory prep trust's nhs's community-
    based county-wide countywide statutory single unified multi-academy academic faculty
    department's directorate division accident casualty a&e ed out-of-hours hours out-of-area
    major family's church's alternative provision elective parent parents families victim
    victims witness witnesses female male gender sex working club under-fives playschool holiday
    caravan garden food authority's other spring summer autumn winter england's wales scotland
    ireland britain moving safe full halfway white sober shared big brother research pilot art
    arts group's in-house safe-house opposite civil works road highways building agricultural
    commercial estate her his coffee vehicle gas hair beauty window dog pet tactical strategic
    operational corporate executive joint human resources legal law criminal justice prosecution
    defence prosecutor
    labour postnatal antenatal surgical paediatric paediatrics delivery admissions assessment stroke
    cardiac cardiology respiratory orthopaedic gynaecology oncology dependency isolation discharge
    rehab renal neurology geriatric gastroenterology urology trauma medicine psychiatric intensive
    medicine male women men dementia electoral palliative fracture diabetic smoking cessation
    sexual perinatal wellbeing well-being memory fertility pain skin eye foot ear walk
    housing's voluntary charitable charity organisation organisations agency agencies provider's
    railway train bus coach tram petrol polling power radio car theme play public's shopping
    mobile static real enterprise zone trading science real management letting agent agents
    supply exclusion free-school outdoor indoor swimming athletics football rugby cricket boxing
    social-club breakfast after-school after school's lunch supper country city-centre
    funeral driving riding learning cultural civic recycling therapy hearing justice custody
    removal islamic jamia central sheriff tribunal inquest jury tribunal's employment
    approved premises bail secure training category men's girls boys ladies junior senior
    our your my same-sex single private rented council local-authority permanent temporary
    emergency-accommodation alternative-provision virtual brick mainstream feeder
    work nursing midwifery policing good best poor reflective restorative evidence informed
    evidence-based trauma-informed current
    effective professional everyday daily cost healthy standard asset debt data disaster financial
    emotional physical economic full early late personal own signs frontline policy theory
    large small big little-known well-known independent-living assisted kinship foster fostering
    adoption respite-care childcare child-minding hospitality retail-park warehouse factory
    """.split()
)
