"""Which of the three effects a record has, as answers show it (rule 9)."""

from functools import partial

from ledger_api.api.schemas.base import Bilingual
from ledger_api.api.schemas.entries import Label
from ledger_api.domain.labels import EffectLabel


def label(effect: EffectLabel) -> Label:
    """The label of an effect."""
    return Label(code=effect.value, terms=Bilingual.of(effect.terms))


recorded = partial(label, EffectLabel.LEDGER_RECORD)
"""Of what is only recorded here: it is never shown as 登记."""
