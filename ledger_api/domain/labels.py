"""Which of the three effects a record has: every screen says it, and a 链上备案 is never shown as 登记 (rule 9)."""

from enum import StrEnum
from typing import Final

from ledger_api.domain.phrases import Phrase, phrase
from ledger_api.domain.words import Scheme


class EffectLabel(StrEnum):
    """The legal effect of a record."""

    NATIONAL_REGISTRATION = "NATIONAL_REGISTRATION"
    LEDGER_RECORD = "LEDGER_RECORD"
    STATUTORY_FILING = "STATUTORY_FILING"

    @property
    def terms(self) -> Phrase:
        """What it is called."""
        return _TERMS[self]


_TERMS: Final = {
    EffectLabel.NATIONAL_REGISTRATION: phrase("国家登记", "Registered nationally"),
    EffectLabel.LEDGER_RECORD: phrase("链上备案", "Recorded on the ledger"),
    EffectLabel.STATUTORY_FILING: phrase("法定公示", "Published as statute requires"),
}


def label_of(schemes: set[Scheme]) -> EffectLabel:
    """The effect of an entry, by the schemes its credentials were issued under."""
    return EffectLabel.NATIONAL_REGISTRATION if Scheme.NATIONAL in schemes else EffectLabel.LEDGER_RECORD
