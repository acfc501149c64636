"""Is a pseudonym a name, used part by part ("Connie Smith"), or a label ("Child B", "GP1")?

In doubt it is a label: a label stands whole wherever a mention stood, which is clumsy at worst,
while a label taken apart ("Housing" for "the Housing Officer") would be nonsense.
"""

from __future__ import annotations

from functools import lru_cache

from redactor.model import EntityType
from redactor.text.names import split_title
from redactor.text.words import words

# Words that make a label wherever they stand in a person's pseudonym. None is a usual surname or
# given name: "Head", "Constable" and "Young" are missing on purpose.
LABEL_WORDS = frozenset(
    # professions and offices
    "officer manager worker nurse midwife visitor doctor gp practitioner psychiatrist psychologist "
    "paramedic consultant surgeon therapist counsellor coordinator assistant advocate idva adviser "
    "advisor teacher headteacher supervisor detective solicitor barrister author chair reviewer "
    "clinician magistrate coroner landlord landlady employer employee colleague carer professional "
    "pharmacist dentist registrar trainee student interpreter director commissioner lead "
    # relations
    "mother mum mummy father dad daddy parent stepmother stepfather stepchild stepson brother "
    "sister sibling twin son daughter child baby infant toddler boy girl teenager grandmother "
    "grandfather grandparent grandchild grandson granddaughter nan nana gran grandma grandad aunt "
    "auntie uncle cousin niece nephew wife husband spouse partner boyfriend girlfriend friend "
    "neighbour relative relation lodger tenant resident flatmate housemate acquaintance "
    # parts in a case
    "adult person male female man woman victim perpetrator deceased subject suspect witness "
    "offender patient client caller passer individual unknown anonymous somebody someone".split()
)
FUNCTION_WORDS = frozenset("the a an of and for at in to with from her his their our".split())


@lru_cache(maxsize=4096)
def is_name_like(pseudonym: str, type: EntityType) -> bool:
    """True when `pseudonym` has parts that stand for the parts of a person's name.

    Only people have such pseudonyms. A label is told by a digit or bracket ("HV2", "[a friend]"),
    by a lone letter ("Ms A", "Child B"; "Connie S." is a name), by an abbreviation ("IDVA"), by
    an article or the like ("the Midwife"), or by a word for a role, a relation or a part in the
    case ("Mother", "Housing Officer"). A title before a name is none: "Nurse Patel" is a name.
    """
    if not type.is_person:
        return False
    if any(char.isdigit() or char in "[](){}<>/&#*\u2026" for char in pseudonym):
        return False
    _, bare = split_title(" ".join(pseudonym.split()))
    found = words(bare)
    if not found:
        return False
    for word in found:
        if word.key in LABEL_WORDS or (word.key in FUNCTION_WORDS and not word.is_capitalised):
            return False
        lone = len(word.folded) == 1 and bare[word.end : word.end + 1] != "."
        if lone or word.is_upper:
            return False
    return found[0].key not in FUNCTION_WORDS and any(len(word.folded) > 1 for word in found)
