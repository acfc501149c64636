"""What the recognisers of identifiers find in a text, as a test wants to see it."""

from __future__ import annotations

from redactor.detection.recognisers.registry import identifier_recognisers

RECOGNISERS = identifier_recognisers()


def found_in(text: str, *, least: float = 0.6) -> list[tuple[str, str]]:
    """Entity and covered text of every match but KEEP that no surer one contains, by position."""
    results = [
        (result.start, result.end, result.entity_type, result.score)
        for recogniser in RECOGNISERS
        for result in recogniser.analyze(text, recogniser.supported_entities, None)
        if result.score >= least and result.entity_type != "KEEP"
    ]
    return list(
        dict.fromkeys(
            (entity, text[start:end])
            for start, end, entity, score in sorted(results)
            if not any(a <= start and end <= b and surer > score for a, b, _, surer in results)
        )
    )
