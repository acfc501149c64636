"""The detector: segments in, mentions out, with document-wide evidence between.

What a mention's verdict means: *replace* is proven, *ask* is possible and put to a person, *keep*
is identifying-looking and known to stay (a public body, a county, what the map keeps).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from redactor.detection.candidates import candidates, labelled_candidates, map_candidates
from redactor.detection.cells import label_of, whole_cell
from redactor.detection.engine import Engine, Progress
from redactor.detection.explain import Explanation, explain, occurrences
from redactor.detection.file_names import file_name_candidates
from redactor.detection.garbage import uncollected
from redactor.detection.known import Known, KnownNames
from redactor.detection.quasi.widen import widened
from redactor.detection.reading import Found, Reading
from redactor.detection.setting import Setting
from redactor.detection.spans import Candidate, mention_of, settle
from redactor.detection.weighing import Weighing
from redactor.model import Mention, Segment, SegmentId, SegmentKind


@dataclass(frozen=True, slots=True)
class _Review:
    """A review weighed: the number of each text's reading, and what was chosen in it, by the label
    of the cell that it stands in."""

    weighing: Weighing
    numbers: Mapping[str, int]
    chosen: Mapping[tuple[str, str], list[Candidate]]


class Detector:
    """Finds what identifies people. Loading the models takes seconds: make one and keep it.

    The readings of the last texts are kept: what was decided meanwhile changes how they are
    weighed, but no text is read twice.
    """

    def __init__(self, engine: Engine | None = None) -> None:
        self._engine = engine or Engine()
        self._read: dict[str, Reading] = {}
        self._cells: dict[tuple[str, str], list[Found]] = {}

    def detect(
        self,
        segments: Sequence[Segment],
        known: Iterable[Known] = (),
        progress: Progress | None = None,
        *,
        known_first: bool = False,
        setting: Setting = Setting.REVIEW,
    ) -> list[Mention]:
        """All mentions in `segments`, taken as one review; none overlap, in the segments' order.

        A name of `known`, or proven in any segment, is found in all of them. With `known_first`
        the known names are found as if nobody else had one, and the rest only beside them. A wide
        `setting` masks quasi-identifiers as well. Raises RecogniserFailed.
        """
        with uncollected():
            review = self._weighed(
                segments, known, progress, setting=setting, known_first=known_first
            )
        return [
            mention_of(segment.id, segment.text, one)
            for segment in segments
            for one in review.chosen[segment.text, label_of(segment)]
        ]

    def explain(
        self, segments: Sequence[Segment], asked: str, known: Iterable[Known] = ()
    ) -> list[Explanation]:
        """Why the words `asked` are found, or not, at every place where they stand in `segments`.

        Raises RecogniserFailed.
        """
        with uncollected():
            review = self._weighed(segments, known, None)
        return [
            explain(
                review.weighing,
                review.numbers[segment.text],
                span,
                segment.id,
                review.chosen[segment.text, label_of(segment)],
            )
            for segment in segments
            for span in occurrences(segment.text, asked)
        ]

    def _weighed(
        self,
        segments: Sequence[Segment],
        known: Iterable[Known],
        progress: Progress | None,
        *,
        setting: Setting = Setting.REVIEW,
        known_first: bool = False,
    ) -> _Review:
        texts = list(dict.fromkeys(segment.text for segment in segments))
        readings = self._readings(texts, progress, wide=setting.is_wide)
        places = dict.fromkeys((segment.text, label_of(segment)) for segment in segments)
        cells = {place: self._labelled(*place) for place in places}
        weighing = Weighing(
            readings,
            KnownNames(known),
            [(text, found) for (text, _), spans in cells.items() for found in spans],
        )
        numbers = {text: number for number, text in enumerate(texts)}
        chosen: dict[tuple[str, str], list[Candidate]] = {}
        for segment in segments:
            place = (segment.text, label_of(segment))
            if place not in chosen:
                number = numbers[segment.text]
                first = settle(map_candidates(weighing, number)) if known_first else []
                possible = [*candidates(weighing, number), *labelled_candidates(cells[place])]
                if segment.kind is SegmentKind.FILE_NAME:
                    possible += file_name_candidates(weighing, segment.text)
                rest = [c for c in possible if not any(c.overlaps(winner) for winner in first)]
                chosen[place] = sorted([*first, *settle(rest)], key=lambda one: one.start)
        if setting.is_wide:
            readings = [weighing.readings[numbers[text]] for text, _ in chosen]
            wide = widened(readings, list(chosen.values()), setting)
            chosen = dict(zip(chosen, wide, strict=True))
        return _Review(weighing, numbers, chosen)

    def _labelled(self, text: str, label: str) -> list[Found]:
        if not label:
            return []
        if (text, label) not in self._cells:
            self._cells[text, label] = [
                *self._engine.read_labelled(label, text),
                *whole_cell(label, text),
            ]
        return self._cells[text, label]

    def detect_each(
        self,
        texts: Sequence[str],
        known: Iterable[Known] = (),
        progress: Progress | None = None,
        *,
        setting: Setting = Setting.REVIEW,
    ) -> list[list[Mention]]:
        """The mentions of each text, each a document of its own; ids are the texts' numbers."""
        names = KnownNames(known)
        found = []
        readings = self._engine.read(texts, progress, apart=True, wide=setting.is_wide)
        for number, reading in enumerate(readings):
            chosen = settle(candidates(Weighing([reading], names), 0))
            if setting.is_wide:
                (chosen,) = widened([reading], [chosen], setting)
            identity = SegmentId(str(number))
            found.append([mention_of(identity, reading.text, one) for one in chosen])
        return found

    def _readings(
        self, texts: Sequence[str], progress: Progress | None, *, wide: bool
    ) -> list[Reading]:
        narrow = wide and any(reading.quasi is None for reading in self._read.values())
        if narrow or set(self._read) != set(texts):
            readings = self._engine.read(texts, progress, wide=wide)
            self._read = {reading.text: reading for reading in readings}
            self._cells = {}
        return [self._read[text] for text in texts]
