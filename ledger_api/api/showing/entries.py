"""Entries, their burdens and objections, as answers show them."""

from ledger_api.api.answering import hexed
from ledger_api.api.reading import Reading
from ledger_api.api.schemas import entries as shape
from ledger_api.api.schemas.base import Bilingual
from ledger_api.api.schemas.values import codes, day, digest, name_of
from ledger_api.domain.ids import dependant_id, entry_id
from ledger_api.domain.labels import label_of
from ledger_api.domain.words import BurdenState, ObjectionFlag, Right, Scheme
from ledger_api.index import views
from ledger_api.index.views import BurdenView, EntryView, ObjectionView
from ledger_api.store import texts

_NAMING = frozenset({"Submitted", "Resubmitted"})


def entry(read: Reading, view: EntryView) -> shape.Entry:
    """An entry."""
    head = view.head
    name, summary = _texts(read, view)
    return shape.Entry(
        id=view.public_id,
        entry=hexed(view.id),
        label=_label(view),
        content=digest(view.alg, view.root) or "",
        name=name,
        summary=summary,
        applicant=read.somebody(view.applicant),
        registrar=read.party(head.registrar),
        is_registered=view.is_registered,
        rights=[
            shape.Right(
                right=each.right.name or "",
                state=each.state.value,
                holder=read.party(each.holder),
                until=day(each.until),
            )
            for each in view.rights
        ],
        origins=codes(head.origins),
        sensitivity=codes(head.sensitivity),
        limits=codes(head.limits),
        bases=codes(head.bases),
        source_until=day(head.source_until),
        open_burdens=head.burdens,
        open_licences=head.licences,
        edition=head.edition,
        credentials=[_credential(view, each) for each in view.credentials],
        parallel=[entry_id(each) for each in views.parallel(read.connection, read.moment, view)],
        lines=view.lines,
        as_of=read.as_of,
    )


def burden(read: Reading, view: BurdenView) -> shape.Burden:
    """A burden."""
    word = view.word
    return shape.Burden(
        id=view.public_id,
        kind=word.kind.name,
        status=view.status.value,
        rights=codes(word.rights),
        forbids=codes(word.effects),
        party=read.party(word.party),
        grantor=read.party(word.grantor),
        may_be_waived=bool(word.waivable),
        recorded_on=day(word.day),
        until=day(0 if word.state is BurdenState.QUEUED else word.until),
    )


def objection(read: Reading, view: ObjectionView) -> shape.Objection:
    """An objection."""
    word = view.word
    return shape.Objection(
        id=view.public_id,
        phase=word.phase.name,
        state=word.state.name,
        ground=name_of(word.ground),
        conclusion=name_of(word.conclusion),
        objector=read.somebody(word.objector),
        case=dependant_id(view.entry, word.case_number) if word.case_number else None,
        rights=codes(Right(word.rights)),
        filed_on=day(word.filed),
        completed_on=day(word.completed),
        response=name_of(word.response),
        in_mediation=ObjectionFlag.MEDIATING in word.flags,
        accepted_by=codes(word.accepted),
        outcome=name_of(word.outcome),
        change=dependant_id(view.entry, word.change) if word.change else None,
        due=day(view.due),
        overdue=view.passed,
    )


def _label(view: EntryView) -> shape.Label:
    found = label_of({Scheme(each.scheme) for each in view.credentials})
    return shape.Label(code=found.value, terms=Bilingual.of(found.terms))


def _credential(view: EntryView, held: views.CredentialView) -> shape.Credential:
    return shape.Credential(
        number=held.text,
        scheme=name_of(Scheme(held.scheme)),
        case=dependant_id(view.id, held.case),
        block=held.block,
    )


def _texts(read: Reading, view: EntryView) -> tuple[str | None, str | None]:
    """The public name and summary of the newest application; None for what is withheld."""
    lines = views.history(read.connection, read.moment, view.id)
    said = next((line.args for line in reversed(lines) if line.name in _NAMING), None)
    if said is None:
        return None, None
    name, summary = (texts.text_of(read.connection, said["alg"], said[field]) for field in ("name", "summary"))
    return name, summary
