"""Where people live: streets, flats, plots, houses with a name; and what only sounds so."""

from __future__ import annotations

import pytest
from shapes import found_in

TAKEN = [
    ("14 Hollin Fold", "14 Hollin Fold"),
    ("of 65 The Crescent.", "65 The Crescent"),
    ("not to attend Hollin School or The Crescent.", "The Crescent"),
    ("visited 147 Pinfoldgate in May", "147 Pinfoldgate"),
    ("of 121 Back Lane.", "121 Back Lane"),
    ("it went to Weaver\u2019s Green.", "Weaver\u2019s Green"),
    ("Dyer\u2019s Yard, 1 February", "Dyer\u2019s Yard"),
    ("the shop in Maes y Felin is", "Maes y Felin"),
    ("14, Hollin Rise, Ash", "14, Hollin Rise"),
    ("14\u201316 Albion Row", "14\u201316 Albion Row"),
    ("between 12 and 16 Albion Road", "12 and 16 Albion Road"),
    ("14 THE HOLLINS VIEW", "14 THE HOLLINS VIEW"),
    ("Flat 2/1, 14 Marlowe Street", "Flat 2/1, 14 Marlowe Street"),
    ("Flat C, Hollin Court", "Flat C, Hollin Court"),
    ("Marlowe House, 14 Albion Way", "Marlowe House, 14 Albion Way"),
    ("Top Floor Flat, 14 Albion Terrace", "Top Floor Flat, 14 Albion Terrace"),
    ("Block C, Marlowe Mansions", "Block C, Marlowe Mansions"),
    ("Plot 4, Sandy Cove Caravan Park", "Plot 4, Sandy Cove Caravan Park"),
    ("Caravan 12 at Hollin Holiday Park", "Caravan 12 at Hollin Holiday Park"),
    ("she was living in caravan 12", "caravan 12"),
    ("Unit 3, Brookfield Industrial Estate", "Unit 3, Brookfield Industrial Estate"),
    ("PO Box 4471", "PO Box 4471"),
    ("the neighbour at No. 29 said", "No. 29"),
    ("residents of No 31 heard", "No 31"),
    ("outside number 29", "number 29"),
    ("she moved to Hollin Farm", "Hollin Farm"),
    ("the fire at Rose Cottage", "Rose Cottage"),
    ("Mr Marlowe of Hollin Farm", "Hollin Farm"),
    ("living at The Old Rectory", "Old Rectory"),
    ("he lived in Hollin Fold", "Hollin Fold"),
    ("premises on Chapel Brow", "Chapel Brow"),
    ("parked off Marlowe Way", "Marlowe Way"),
    ("resident at Albion View", "Albion View"),
    ("she was found in Hollin Close", "Hollin Close"),
    ("a disturbance in Albion Square", "Albion Square"),
    ("near Kestrel Rise", "Kestrel Rise"),
    ("her tenancy at Marlowe Court", "Marlowe Court"),
    ("she moved to Albion Green", "Albion Green"),
    ("3 Heol y Bryn", "3 Heol y Bryn"),
    ("Lon Hafren", "Lon Hafren"),
    ("14 St Peter\u2019s Sq.", "14 St Peter\u2019s Sq."),
    ("27 Whin Brae", "27 Whin Brae"),
    ("visited 147 Kirkgate on 3 May", "147 Kirkgate"),
    ("Flat 13, 32 Kirkgate, Ware", "Flat 13, 32 Kirkgate"),
    ("the garage is round the corner on Kirkgate.", "Kirkgate"),
    ("walked from Kirkgate to the shop", "Kirkgate"),
    ("Kirkgate, 14/12/2016", "Kirkgate"),
    ("rang 999 from Dog Kennel Hill, Ash", "Dog Kennel Hill"),
    ("went to Dog Kennel Hill.", "Dog Kennel Hill"),
    ("sent three letters to her at Quarry Bank.", "Quarry Bank"),
    ("The nearest shop to Quarry Bank is far", "Quarry Bank"),
    ("agrees not to attend Hollin Academy or Hazel Fold.", "Hazel Fold"),
    ("Quarry Bank, 16 March", "Quarry Bank"),
    ("Station Approach, 27 April", "Station Approach"),
    ("82c Quarry Bank, Weston-super-Mare, TS98", "82c Quarry Bank, Weston-super-Mare"),
    ("Address: Flat 4, 3 Marlowe Court Postcode: LE99", "Flat 4, 3 Marlowe Court"),
    ("8 ALBION STREET, HARSLEY, Fri", "8 ALBION STREET, HARSLEY"),
    ("The Old Net Loft, 3 Marlowe Quay", "The Old Net Loft, 3 Marlowe Quay"),
    ("still lives at The Smiddy, Kirk Wynd", "The Smiddy, Kirk Wynd"),
    ("c/o the board, Town Hall, Market Street", "Town Hall, Market Street"),
    ("To the park: Gate 2, Sands Road", "Gate 2, Sands Road"),
    ("Unit 3, rear of 40 Tenter St", "Unit 3, rear of 40 Tenter St"),
    ("Unit 4B, Hollin Trading Est.", "Unit 4B, Hollin Trading Est."),
    ("Fl. 9: three men", "Fl. 9"),
    ("ASB: no. 12 + no. 16, shouting", "no. 16"),
    ("Letters to DX 99417 Liskeard", "DX 99417 Liskeard"),
    ("c/o PO Box 614, Ash", "c/o PO Box 614"),
    ("To Denzil: Higher Hollin Fm, nr Ash.", "Higher Hollin Fm, nr Ash"),
    ("Chy Lowen, The Green\nAsh", "Chy Lowen, The Green"),
]


@pytest.mark.parametrize(("text", "covered"), TAKEN)
def test_takes_the_address(text: str, covered: str) -> None:
    assert ("ADDRESS", covered) in found_in(text)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("CT9  1AB", "CT9  1AB"),
        ("CT9-1AB", "CT9-1AB"),
        ("SW1A 1AA", "SW1A 1AA"),
        ("BFPO 52", "BFPO 52"),
        ("postcode district CT9", "CT9"),
        ("BT47 6AA", "BT47 6AA"),
        ("To Denzil: pl997xh.", "pl997xh"),
        ("Albion Street, OL97 3KT.", "OL97 3KT"),
    ],
)
def test_takes_the_postcode(text: str, covered: str) -> None:
    assert ("POSTCODE", covered) in found_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "the right Way; in a Green Paper; the Way Forward; on Good Friday",
        "living in Care; lived in Supported Housing; moved to a Care Home",
        "a visit to Family Court; attended Crown Court; at Magistrates Court",
        "at home; at house 2 of the review; no. 3 priority; in No 10 of 20",
        "she found Danielle in the Close; a Close Friend",
        "block 4 of the training; unit 3 of the course; Room 4; Plot 2 of the study",
        "the Place of Safety; on Court orders; in House; at Hospital",
        "OK1 2AB; A1 2BC3; Section CT9; Grade E1",
        "12 Green Papers and 14 White Papers; 5 Way Agreement",
        "released on Bail; the Bank called; a Bridge programme; up the Hill",
        "a neighbour of Jane Green, a visit to Sarah Hill, the home of Ray Mead",
        "Safe House, Half Way House, House of Lords",
        "number 29 of the recommendations; No 3 of the list",
        "at Lloyds Bank; at Canterbury Crown Court; 2 Harsley Crown Court hearings",
        "the Westgate Academy; Castlegate Homes; a Watergate moment; Castlegate v Saleh",
        "letters from Jane Green; calls to Sarah Hill; he went on Bank Holiday",
        "so5am, se105am, at 10 Fold, office 3 of 4, shop 2",
    ],
)
def test_leaves_what_is_no_address(text: str) -> None:
    assert found_in(text) == []
