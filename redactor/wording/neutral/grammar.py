"""Closed classes of English words, and what a verb looks like. No part of speech is tagged.

The open classes are guessed from endings and from the English word list: enough to find the verb
of a short subject, and whether "her" stands before a noun.
"""

from __future__ import annotations

from functools import lru_cache

from redactor.text.words import is_english


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


DETERMINERS = _set("a an the this that these those his her its their my your our some any no each")
PREPOSITIONS = _set(
    "about above across after against along alongside among around as at before behind below "
    "beneath beside between beyond by despite during for from in inside into near of off on "
    "onto opposite out outside over past regarding round since through throughout to towards "
    "toward under until unlike up upon via with within without concerning amid"
)
CLAUSE_OPENERS = _set(
    "that because when while whilst if whether although though unless until since after "
    "before as where why how so but and or nor than what which"
)
"""Words after which a new subject may stand."""
SUBORDINATORS = CLAUSE_OPENERS - _set("and or nor but so")
RELATIVES = _set("who which that whom")
PRONOUNS = _set(
    "i you we they me us them it he she him her himself herself themselves itself who whom "
    "someone somebody anyone anybody everyone nobody everything something nothing anything"
)
AUXILIARIES = _set(
    "is was has had does did do are were have will would can could may might must shall "
    "should isn't wasn't hasn't hadn't doesn't didn't don't won't wouldn't can't couldn't "
    "mustn't shouldn't aren't weren't haven't cannot"
)
ADVERBS = _set(
    "already also always again almost alone apparently away back even ever first finally just "
    "later never next not now often only perhaps quite rather seldom since sometimes soon "
    "still then there thereafter therefore though thus today together too twice usually very "
    "yet once here nowadays however instead otherwise both all maybe consequently afterwards "
    "merely simply well hardly rarely nearly long far meanwhile indeed reportedly allegedly"
)
NOT_ADVERBS_IN_LY = _set(
    "family only elderly early daily weekly monthly yearly friendly lovely bodily lonely "
    "likely fly reply supply apply rely rally jelly belly bully tally ally italy july "
    "assembly anomaly costly silly ugly curly orderly"
)
PAST_FORMS = _set(
    "was were had did went said told came saw took gave got made left ran began became knew "
    "felt thought found kept held heard hit hurt put let brought slept woke ate drank drew "
    "wrote spoke broke chose drove fell flew forgot grew hid lay led lost met paid rang read "
    "rose sat sent shook shut sang spent stood stole swore threw understood wore won wet bit "
    "bought built burnt caught cut dealt fed fought froze learnt lent meant rode sought sold "
    "set shot showed spilt stuck struck swam taught tore wept withdrew bled dug dreamt crept "
    "clung hung knelt lit slid smelt spat sprang swung overheard undertook spelt leapt bent "
    "overdosed"
)
THIRD_PERSON = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
"""Forms of the third person that no rule for endings tells."""
_NO_VERBS = _set(
    "sons daughters boys girls lads brothers sisters nephews nieces "
    "as his this its us yes perhaps always sometimes unless besides whereas towards "
    "afterwards across plus less nowadays indoors outdoors upstairs downstairs overseas else "
    "thus ours hers theirs yours minus series news was nevertheless nonetheless regardless "
    "doubtless whose these those themselves"
)
SURE_VERBS = _set(
    "says tells asks goes comes gets takes makes gives knows thinks feels sees eats sleeps "
    "likes wants attends enjoys becomes seems appears remains keeps brings speaks reads "
    "writes sits finds lies tries believes remembers understands refuses loves hates hears "
    "wakes learns follows loses pays sends throws wears receives describes continues "
    "struggles shares watches misses behaves complains grows falls sings draws listens "
    "suffers responds reacts requires needs lives"
)
"""Forms in -s that are hardly ever nouns in such prose, "needs" and "lives" behind a subject."""


SPEECH = _set(
    "said says say saying told tells tell telling asked asks ask wrote writes write texted "
    "replied replies stated states shouted shouts screamed answered explained explains added "
    "reported reports disclosed recalled rang called messaged remembers remembered whispered "
    "describes described complained insisted admitted posted tweeted"
)


def is_adverb(key: str) -> bool:
    return key in ADVERBS or (
        len(key) > 4 and key.endswith("ly") and key not in NOT_ADVERBS_IN_LY and is_english(key)
    )


def is_function_word(key: str) -> bool:
    """A word of a closed class: before it no noun phrase goes on."""
    return (
        key in PREPOSITIONS
        or key in CLAUSE_OPENERS
        or key in PRONOUNS
        or key in DETERMINERS
        or key in AUXILIARIES
        or key in ADVERBS
    )


@lru_cache(maxsize=1 << 12)
def plural_verb(key: str) -> str:
    """The verb after "they" for the one after "he": goes → go; "" where it stays as it is."""
    if key in THIRD_PERSON:
        return THIRD_PERSON[key]
    if len(key) < 4 or not key.endswith("s") or key.endswith(("ss", "us", "'s")):
        return ""
    if key in _NO_VERBS:
        return ""
    bases = [key[:-1]]
    if key.endswith("ies"):
        bases = [key[:-3] + "y", key[:-1]]  # tries, lies
    elif key.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        bases = [key[:-2], key[:-1]]  # watches, goes; aches
    elif key.endswith(("zes", "ses")):
        bases = [key[:-1], key[:-2], key[:-3]]  # loses, focuses, quizzes
    return next((base for base in bases if is_english(base)), "")


def is_finite(key: str) -> bool:
    """True for what is a finite verb when it stands behind a subject."""
    return (
        key in AUXILIARIES
        or key in PAST_FORMS
        or (key.endswith("ed") and len(key) > 3)
        or bool(plural_verb(key))
    )


def is_certainly_finite(key: str) -> bool:
    """True for a finite verb wherever it stands: "dogs" is none."""
    return (
        key in AUXILIARIES
        or key in PAST_FORMS
        or (key.endswith("ed") and len(key) > 3)
        or key in SURE_VERBS - {"needs", "lives"}
    )
