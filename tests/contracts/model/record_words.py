"""The words of those records."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eth_abi import encode
from eth_hash.auto import keccak

from ledger_api.domain import words
from ledger_api.domain.packing import Word
from tests.contracts.model import sources
from tests.contracts.model.folio import Folio
from tests.contracts.model.masks import mask, rights
from tests.contracts.model.records import Lease, Succession

CONTENT = 4
"""The kind of subject that the list of entries on one content is."""

if TYPE_CHECKING:
    from tests.contracts.model.words import Key


def recorded(folio: Folio) -> "Iterator[tuple[Key, Word]]":
    """All of a folio's, by their kind and keys."""
    yield from _sources(folio)
    yield from _versions(folio)
    yield from _enforcements(folio)
    for number, leased in folio.leases.items():
        yield (words.Lease, folio.entry, number), lease(leased)
    for number, late in folio.overdue.items():
        yield (
            (words.Overdue, folio.entry, number),
            words.Overdue(
                clock=words.OverdueClock[late.clock],
                started=late.started,
                last=late.last,
                registrar=late.registrar,
                since=late.since,
            ),
        )


def _enforcements(folio: Folio) -> "Iterator[tuple[Key, Word]]":
    for number, e in folio.enforcements.items():
        yield (
            (words.Enforcement, folio.entry, number),
            words.Enforcement(
                state=words.EnforcementState[e.state],
                method=words.EnforcementMethod[e.method],
                basis=words.EnforcementBasis[e.basis],
                trigger=words.EnforcementTrigger[e.trigger],
                stay=words.Stay[e.stay],
                rights=rights(e.rights),
                rounds=e.rounds,
                security=e.security,
                court=e.court,
                ordered=e.ordered,
                noticed=e.noticed,
                valuation=e.valuation,
                buyer=e.buyer,
                settled=e.settled,
                settled_on=e.settled_on,
                since=e.since,
            ),
        )
    managed = folio.management
    if managed.operator:
        yield (
            (words.Management, folio.entry),
            words.Management(
                operator=managed.operator,
                enforcement=managed.enforcement,
                from_=managed.start,
                until=managed.until,
                through=managed.through,
                over=int(managed.over),
            ),
        )


def lease(of: Lease) -> words.Lease:
    """A lease's word."""
    return words.Lease(
        state=words.LeaseState[of.state],
        structure=words.LeaseStructure[of.structure],
        title=words.TitleMode[of.title],
        end=words.EndTitle[of.end],
        remedy=words.Remedy[of.remedy],
        instalments=of.instalments,
        paid=of.paid,
        overdue=of.overdue,
        overdue_bps=of.overdue_share,
        demanded=of.demanded,
        grace=of.grace,
        licence_back=of.back,
        lessee=of.lessee,
        flags=mask(words.LeaseFlag, of.flags),
        valuation=of.valuation,
        book_value=of.book_value,
        until=of.until,
        since=of.since,
        default_after=of.default_after,
        default_share=of.default_share,
    )


def _versions(folio: Folio) -> "Iterator[tuple[Key, Word]]":
    version, said = folio.version, folio.succession
    if version.seq:
        subject = encode(["uint256", "uint256", "bytes32"], [CONTENT, folio.alg, version.root])
        yield (
            (words.Version, folio.entry),
            words.Version(
                seq=version.seq,
                line=version.line,
                day=version.day,
                content=int.from_bytes(keccak(subject)[-20:], "big"),
                since=version.since,
            ),
        )
    if said != Succession():
        yield (
            (words.Succession, folio.entry),
            words.Succession(
                successors=said.successors,
                remainder=said.remainder,
                kind=words.SuccessionKind[said.kind],
                cleared=said.cleared,
                cleared_at=said.cleared_at,
                edition=said.edition,
            ),
        )
    if said.predecessor:
        yield (words.Predecessor, folio.entry), words.Predecessor(id=int.from_bytes(said.predecessor, "big"))


def _sources(folio: Folio) -> "Iterator[tuple[Key, Word]]":
    if not folio.sources and not folio.lineages and not folio.children:
        return
    entry, ends = folio.entry, [0] * sources.MOST
    for number, each in folio.sources.items():
        yield (
            (words.Source, entry, number),
            words.Source(
                kind=words.SourceKind[each.kind],
                state=words.SourceState[each.state],
                rights=rights(each.rights),
                limits=mask(words.Limit, each.limits),
                grantor=each.grantor,
                declarant=each.declarant,
                from_=each.start,
                until=each.until,
                place=each.place,
                revoked=each.revoked,
                successor=each.successor,
                since=each.since,
            ),
        )
    for each in sources.counted(folio):
        ends[each.place] = each.until or sources.NEVER
    yield (words.SourceEnds, entry), words.SourceEnds(end=tuple(ends))  # type: ignore[arg-type]
    for number, line in folio.lineages.items():
        yield (
            (words.Lineage, entry, number),
            words.Lineage(
                kind=words.LineageKind[line.kind],
                user=line.user,
                licence=line.licence,
                assenter=line.assenter,
                since=line.since,
            ),
        )
    yield (words.Provenance, entry), provenance(folio)


def provenance(folio: Folio) -> words.Provenance:
    """What all sources and relations come to."""
    giving = sources.giving(folio)
    without = [sum(right not in each.rights for each in giving) for right in range(3)]
    known = {
        "HOLD_WITHHELD": without[0],
        "USE_WITHHELD": without[1],
        "OPERATE_WITHHELD": without[2],
        "SOURCE_LOST": sources.lost(folio),
        "SOURCED": len(giving) + len(folio.lineages),
        "ASSENTED": sources.assents(folio),
    }
    return words.Provenance(
        standing=mask(words.Standing, frozenset(name for name, count in known.items() if count)),
        sources=len(giving),
        without=(without[0], without[1], without[2]),
        assents=known["ASSENTED"],
        lost=known["SOURCE_LOST"],
        parents=len(folio.lineages),
        children=folio.children,
        until=sources.earliest(folio),
    )
