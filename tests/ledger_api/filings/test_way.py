"""The way of a filing, from the draft to the final block, over a real ledger."""

from ledger_api.domain.progress import Progress
from ledger_api.domain.words import Case, CaseState
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.filings.conftest import Acts
from tests.ledger_api.filings.office import Office


def test_an_application_goes_from_draft_to_final(office: Office, stage: Stage, cast: Cast, opening: Acts) -> None:
    by = [cast.holder.one]
    draft = office.draft(opening, by)
    assert draft.state is Progress.DRAFT
    ready = office.sign(draft.id, by)
    assert ready.state is Progress.READY
    answer = office.submit(draft.id)
    assert (answer.status, answer.body) == (202, {"id": draft.id, "state": Progress.ACCEPTED})
    office.carry()
    final = office.find(draft.id)
    assert final.state is Progress.FINAL
    assert final.landed is not None
    assert final.landed.block == stage.chain.number
    subject = _entry(office, final.acts[0].data)
    assert stage.word(Case, subject, 2).state is CaseState.SUBMITTED


def _entry(office: Office, data: bytes) -> bytes:
    from ledger_api.domain import subjects

    args = office.composer.codec.decode_act(data).args
    return subjects.entry_id(args["rootAlg"], args["root"], args["applicant"])
