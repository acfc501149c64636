"""Generated maps whose real names, kept names and pseudonyms have no word in common."""

from hypothesis import strategies as st

from redactor.model import EntityType
from redactor.pseudonyms.schema import (
    KeepEntry,
    MapEntity,
    PseudonymMap,
    Recipient,
    Status,
    UncertainEntry,
)

REAL = "Zuzana Kvirikashvili Oyelaran Wójcik Xhemajli Quilliam Tamsyn Ngozichi Yevhen Bronagh"
PARTS = [f"{word}{ending}" for word in REAL.split() for ending in ("", "a", "son")]
NEW = "Connie Clara Nora Tina Rosalind Forbes Dobson Smith Hartwell Pemberton".split()
TYPES = [EntityType.PERSON, EntityType.CHILD, EntityType.PROFESSIONAL, EntityType.PLACE]
REASONS = ["", "panel member", "chair", "public body", "brother of Zuzana"]

real_names = st.lists(st.sampled_from(PARTS), min_size=1, max_size=2, unique=True).map(" ".join)
pseudonyms = st.one_of(
    st.tuples(st.sampled_from(NEW[:5]), st.sampled_from(NEW[5:])).map(" ".join),
    st.integers(1, 9).map("GP{}".format),
    st.sampled_from("ABCDE").map("Child {}".format),
)


@st.composite
def maps(draw, most=5):
    """A map; two of them share some of their names, as two maps of one review do."""
    reals = draw(st.lists(real_names, unique_by=str.lower, max_size=3 * most))
    labels = draw(st.lists(pseudonyms, unique_by=str.lower, max_size=most))
    entities = []
    for label in labels:
        own = [reals.pop() for _ in range(draw(st.integers(1, 3))) if reals]
        if own:
            entities.append(
                MapEntity(
                    real=own[0],
                    pseudonym=label,
                    type=draw(st.sampled_from(TYPES)),
                    aliases=tuple(own[1:]),
                    status=draw(st.sampled_from(Status)),
                    role=draw(st.sampled_from(["", "GP", "HV"])),
                )
            )
    keep = [
        KeepEntry(text=reals.pop(), reason=draw(st.sampled_from(REASONS)))
        for _ in range(draw(st.integers(0, 2)))
        if reals
    ]
    opened = [
        UncertainEntry(text=reals.pop(), placeholder=f"[PERSON {number}?]")
        for number in range(1, 1 + draw(st.integers(0, 2)))
        if reals
    ]
    used = {label.lower() for label in labels}
    retired = draw(st.lists(pseudonyms, unique=True, max_size=2))
    recipients = draw(st.lists(st.sampled_from("qpz"), unique=True, max_size=2))
    return PseudonymMap(
        review="area-a",
        policy=draw(st.sampled_from(["", "dhr", "strict"])),
        frozen=draw(st.booleans()),
        entities=entities,
        keep=keep,
        uncertain=opened,
        retired=[label for label in retired if label.lower() not in used],
        recipients=[Recipient(key=f"age1{letter}", name="the chair") for letter in recipients],
    )


def content(names):
    """What a map says, whatever its order and that of its aliases."""
    return (
        names.review,
        names.policy,
        names.frozen,
        {
            (e.real, e.pseudonym, e.type, e.status, e.role, frozenset(e.names))
            for e in names.entities
        },
        set(names.keep),
        set(names.uncertain),
        set(names.retired),
        set(names.recipients),
    )
