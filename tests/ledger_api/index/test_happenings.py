"""What a block's lines are called in the event log, and whom they are about."""

import pytest

from ledger_api.chain.lines import Line
from ledger_api.domain.ids import dependant_id
from ledger_api.domain.subjects import licence_subject
from ledger_api.index.fetch import PlacedLine
from ledger_api.index.happenings import happenings

ENTRY = b"\x07" * 32
"""Its journal has lines that name a licence; so has the licence's own, which names the entry as well."""


@pytest.mark.parametrize(
    "subject, name, args, kind, about",
    [
        (
            licence_subject(ENTRY, 7),
            "BatchSubmitted",
            {"entry": ENTRY, "licenceNumber": 7},
            "licence.batch-submitted",
            7,
        ),
        (ENTRY, "Opened", {"licenceNumber": 7}, "entry.opened", 9),
    ],
)
def test_only_a_licences_own_journal_tells_of_its_usage(
    subject: bytes, name: str, args: dict[str, object], kind: str, about: int
) -> None:
    line = Line(subject=subject, number=12, ref=9, by=2, at=0, name=name, args=args, words=())
    (found,) = happenings([PlacedLine(line, (b"", b"", b"", b""), b"", 0, 0, 0, b"")], {}, 1)
    assert (found.type, found.subject) == (kind, dependant_id(ENTRY, about))
