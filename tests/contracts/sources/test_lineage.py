"""An entry is made from another: under whose right, with a line in the journals of both."""

from dataclasses import replace

import pytest
from eth_hash.auto import keccak

from ledger_api.domain.words import (
    Action,
    Basis,
    LicenceFlag,
    Lineage,
    LineageKind,
    Origin,
    Provenance,
    Right,
    Standing,
)
from tests.contracts import pen
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.procedure import COLLECTED, DOCUMENT, Procedure
from tests.contracts.sourcing import Sourcing, derivable
from tests.contracts.stage import Cast, Stage

BENCHMARK = keccak(b"rare subtypes")
DERIVED = replace(COLLECTED, origins=Origin.DERIVED, bases=Basis.SOURCE_RIGHT)
SILENT = replace(COLLECTED, origins=Origin.FUSED, bases=Basis.PARTICIPANTS_CONSENT)


@pytest.fixture
def parent(stage: Stage, cast: Cast) -> Procedure:
    """The holder's, registered; 20 August 2026."""
    return Procedure(stage, cast).registered()


@pytest.fixture
def child(stage: Stage, cast: Cast, parent: Procedure) -> Sourcing:
    """The maker's, opened."""
    return Sourcing(Procedure(stage, cast, root=BENCHMARK, applicant=cast.maker).opened())


def test_a_licensee_registers_what_it_derived(stage: Stage, cast: Cast, parent: Procedure, child: Sourcing) -> None:
    """Rule 18, scenario SC19: with a licence that allows to derive; a line in each journal."""
    with stage.refused("SourcesLacking", lacking=Standing.SOURCED):
        child.case.submit(claim=DERIVED)
    licence = derivable(parent, cast.maker)
    done = child.relate(parent.entry, licence)
    line = done.line("LineageDeclared")
    assert (
        line["lineage"]
        == child.lineage(line.number)
        == Lineage(kind=LineageKind.DERIVED, user=cast.maker.number, licence=licence, since=line["at"])
    )
    assert (line["ref"], line["parent"], line["allocation"]) == (line.number, parent.entry, DOCUMENT)
    assert (child.provenance.parents, child.provenance.standing) == (1, Standing.SOURCED)
    other = done.line("DescendantDeclared")
    assert (other.subject, other.number, other["ref"]) == (parent.entry, stage.journal(parent.entry).lines, 0)
    assert (other["child"], other["childLine"], other["kind"]) == (child.entry, line.number, LineageKind.DERIVED)
    assert other["provenance"] == stage.word(Provenance, parent.entry) == Provenance(children=1)
    child.case.registered("2026-09-08", claim=DERIVED)
    assert child.case.head.holder[2] == cast.maker.number


def test_without_derive_it_is_refused_at_submission(
    stage: Stage, cast: Cast, parent: Procedure, child: Sourcing
) -> None:
    """Rule 18, scenario SC19."""
    licence = derivable(parent, cast.maker, actions=Action.READ)
    with stage.refused("NoRightToDerive", parent=parent.entry, party=cast.maker):
        child.relate(parent.entry, licence)
    with stage.refused("SourcesLacking", lacking=Standing.SOURCED):
        child.case.submit(claim=DERIVED)
    with stage.refused("BasisMissing"):
        child.case.submit(claim=replace(DERIVED, bases=Basis(0)))


def test_no_set_of_actions_is_every_one(cast: Cast, parent: Procedure, child: Sourcing) -> None:
    """Rule 18."""
    child.relate(parent.entry, derivable(parent, cast.maker, actions=Action(0)))


def test_training_takes_a_licence_that_says_so(stage: Stage, cast: Cast, parent: Procedure, child: Sourcing) -> None:
    """Rules 18, 59: silence is no training, and leave to train is none to derive."""
    silent = derivable(parent, cast.maker, actions=Action(0))
    deriving = derivable(parent, cast.maker, actions=Action.DERIVE)
    training = derivable(parent, cast.maker, actions=Action.TRAIN, flags=LicenceFlag.TRAIN)
    tuning = derivable(parent, cast.maker, actions=Action.FINE_TUNE, flags=LicenceFlag.TRAIN)
    for licence, kind in (
        (silent, LineageKind.TRAINED_ON),
        (deriving, LineageKind.TRAINED_ON),
        (tuning, LineageKind.TRAINED_ON),
        (training, LineageKind.DERIVED),
    ):
        with stage.refused("NoRightToDerive"):
            child.relate(parent.entry, licence, kind)
    child.relate(parent.entry, training, LineageKind.TRAINED_ON)


def test_a_licence_serves_while_it_is_in_force_and_its_licensee_alone(
    stage: Stage, cast: Cast, parent: Procedure, child: Sourcing
) -> None:
    """Rule 18: begun, not suspended, not over, by legal time and by block time."""
    deals = Deals(parent)
    others = derivable(parent, cast.buyer)
    ahead = derivable(parent, cast.maker, start=stage.today + 1)
    brief = derivable(parent, cast.maker, end=stage.today)
    suspended = derivable(parent, cast.maker)
    deals.suspend(suspended)
    for licence in (others, ahead, suspended):
        with stage.refused("NoRightToDerive"):
            child.relate(parent.entry, licence)
    with stage.refused("NoSuchLicence"):
        child.relate(parent.entry, 1)
    yesterday = stage.now
    stage.on("2026-08-21")
    for at in (0, yesterday):
        with stage.refused("NoRightToDerive"):
            child.relate(parent.entry, brief, at=at)
        if at:
            with stage.refused("NoRightToDerive"):
                child.relate(parent.entry, ahead, at=at)
    child.relate(parent.entry, ahead)


def test_who_may_use_it_needs_no_licence(stage: Stage, cast: Cast, parent: Procedure) -> None:
    """Rule 18: a right to use it in force, by legal time and by block time; nothing need be said of whose the result is."""
    own = Sourcing(Procedure(stage, cast, root=BENCHMARK).opened())
    own.relate(parent.entry, allocation=bytes(32))
    stranger = Sourcing(Procedure(stage, cast, root=BENCHMARK, applicant=cast.second).opened())
    with stage.refused("NoRightToDerive", party=cast.second):
        stranger.relate(parent.entry)
    later = Later(parent)
    later.transfer(asked=Right.USE)
    later.decided(passed=Right.USE)
    later.complete_transfer()
    stranger.relate(parent.entry)
    again = Sourcing(Procedure(stage, cast, root=keccak(b"another")).opened())
    with stage.refused("NoRightToDerive", party=cast.holder):
        again.relate(parent.entry)


def test_a_right_to_use_that_ran_out_serves_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 18: neither an early nor a late `at` keeps it in force."""
    parent = Procedure(stage, cast).registered(until="2026-09-01")
    own = Sourcing(Procedure(stage, cast, root=BENCHMARK).opened())
    stage.on("2026-09-01", "23:59")
    last = stage.now
    stage.on("2026-09-02")
    for at in (0, last):
        with stage.refused("NoRightToDerive"):
            own.relate(parent.entry, at=at)


def test_it_is_declared_once_and_by_the_applicant(stage: Stage, cast: Cast, parent: Procedure, child: Sourcing) -> None:
    """Rule 18."""
    licence = derivable(parent, cast.maker)
    with stage.refused("AssentMissing", party=cast.maker):
        child.relate(parent.entry, licence, by=[cast.holder.one])
    with stage.refused("DigestMissing"):
        child.relate(parent.entry, licence, allocation=bytes(32))
    with stage.refused("UnknownAlgorithm"):
        child.relate(parent.entry, licence, alg=0)
    for kind in (LineageKind.NONE, LineageKind.TRAINED_ON + 1):
        with stage.refused("LineageNotValid"):
            child.relate(parent.entry, licence, kind)
    child.relate(parent.entry, licence)
    with stage.refused("AlreadyRelated", child=child.entry, parent=parent.entry):
        child.relate(parent.entry, licence, LineageKind.AGGREGATED)


def test_two_hundred_parents_are_the_most(stage: Stage, cast: Cast, parent: Procedure, child: Sourcing) -> None:
    """Rule 18: all who assent are still counted."""
    licence = derivable(parent, cast.maker)
    pen.write(stage, cast, Provenance(parents=200), child.entry)
    with stage.refused("TooManySources", entry=child.entry):
        child.relate(parent.entry, licence)
    pen.write(stage, cast, Provenance(parents=199), child.entry)
    child.relate(parent.entry, licence)
    assert child.provenance.parents == 200


def test_nothing_is_made_from_itself_or_from_what_was_made_from_it(stage: Stage, cast: Cast, parent: Procedure) -> None:
    own = Sourcing(Procedure(stage, cast, root=BENCHMARK).opened())
    with stage.refused("LineageNotValid"):
        Sourcing(parent).relate(parent.entry)
    own.relate(parent.entry)
    own.case.registered("2026-09-08")
    with stage.refused("LineageNotValid"):
        Sourcing(parent).relate(own.entry)


def test_who_operates_the_other_assents_to_a_fusion(
    stage: Stage, cast: Cast, parent: Procedure, child: Sourcing
) -> None:
    """Rule 16: the assent is on record and carries OPERATE under a silent contract."""
    licence = derivable(parent, cast.maker)
    with stage.refused("SourcesLacking", lacking=Standing.ASSENTED):
        child.case.submit(claim=SILENT)
    with stage.refused("AssentMissing", party=cast.holder):
        child.relate(parent.entry, licence, LineageKind.FUSED)
    line = child.relate(parent.entry, licence, LineageKind.FUSED, by=[cast.maker.one, cast.holder.one]).line(
        "LineageDeclared"
    )
    assert line["lineage"].assenter == cast.holder.number
    assert (child.provenance.assents, child.provenance.standing) == (1, Standing.SOURCED | Standing.ASSENTED)
    child.case.registered("2026-09-08", claim=SILENT)


def test_ones_own_data_are_nobody_elses_assent(stage: Stage, cast: Cast, parent: Procedure) -> None:
    """Rule 16."""
    own = Sourcing(Procedure(stage, cast, root=BENCHMARK).opened())
    own.relate(parent.entry, kind=LineageKind.FUSED)
    assert (own.provenance.parents, own.provenance.assents) == (1, 0)


def test_an_entry_nobody_opened_is_no_parent(stage: Stage, child: Sourcing) -> None:
    with stage.refused("NoSuchEntry"):
        child.relate(keccak(b"nothing"))


def test_a_change_that_makes_data_derived_is_asked_the_same(
    stage: Stage, cast: Cast, parent: Procedure, child: Sourcing
) -> None:
    """Rule 18: at application and at completion."""
    child.case.registered("2026-09-08")
    later = Later(child.case)
    derived = replace(DERIVED, origins=Origin.COLLECTED | Origin.DERIVED)
    with stage.refused("SourcesLacking", lacking=Standing.SOURCED):
        later.change(derived)
    source = child.declared()
    later.change(derived)
    later.decided("2026-09-25")
    child.replace(source)
    with stage.refused("SourcesLacking", lacking=Standing.SOURCED):
        later.complete_change()
    child.relate(parent.entry, derivable(parent, cast.maker))
    later.complete_change()
