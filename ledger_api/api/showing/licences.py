"""Licences, as answers show them."""

from ledger_api.api.answering import instant
from ledger_api.api.reading import Reading
from ledger_api.api.schemas import licences as shape
from ledger_api.api.schemas.values import codes, day, digest, name_of
from ledger_api.api.showing.history import entry_lines
from ledger_api.api.showing.labels import recorded
from ledger_api.domain.ids import dependant_id, entry_id
from ledger_api.domain.words import Algorithm, Template
from ledger_api.index import views
from ledger_api.index.views import LicenceView


def licence(read: Reading, view: LicenceView) -> shape.Licence:
    """A licence. Whose a blind one is, only those are told whom it concerns; of what was given under it, by whom (rule 60)."""
    word, veil = view.word, read.veil(view.entry)
    read.tell(view.entry, {view.number})
    return shape.Licence(
        id=view.public_id,
        entry=entry_id(view.entry),
        label=recorded(),
        kind=word.kind.name,
        status=view.status.value,
        stored_state=word.state.name,
        in_force=view.is_in_force,
        basis_lapsed=view.basis_lapsed,
        licensor=None if view.number in veil.under else read.somebody(view.licensor),
        licensee=None if view.number in veil.licences else read.somebody(word.licensee),
        recorder=read.somebody(view.recorder),
        start=day(word.start),
        end=day(word.end),
        parent=dependant_id(view.entry, word.parent) if word.parent else None,
        depth=word.depth,
        actions=codes(word.actions),
        purposes=codes(word.purposes),
        industries=codes(word.industries),
        regions=codes(word.regions),
        environments=codes(word.environments),
        flags=codes(word.flags),
        delete_within_days=word.delete_within or None,
        breach_noticed_on=day(word.noticed),
        last_act_on=day(word.last),
        granted_at=instant(view.granted_at),
        agreement=_agreement(view),
    )


def answer(read: Reading, view: LicenceView) -> shape.LicenceAnswer:
    """One licence, with everything that was done about it, and its moment."""
    lines = views.of_dependant(read.connection, read.moment, view.entry, view.number)
    told = entry_lines(view.entry, lines, read.veil(view.entry))
    return shape.LicenceAnswer(**dict(licence(read, view)), history=told, as_of=read.as_of)


def _agreement(view: LicenceView) -> shape.Agreement:
    said = view.agreement
    alg = said["alg"]
    return shape.Agreement(
        template=name_of(Template(said["template"])),
        contract=digest(alg, said["contractHash"]),
        policy=digest(alg, said["policy"]),
        withheld=digest(Algorithm.KECCAK256, said["commitment"]),  # commitments are always made by it
        cross_border=digest(alg, said["crossBorder"]),
    )
