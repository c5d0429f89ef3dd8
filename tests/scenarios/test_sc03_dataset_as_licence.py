"""SC3. Yiyu Qianxiang: a data set sold as a licence, and a second buyer who wants what is taken. All figures 演示."""

from typing import Any

from ledger_api.domain.scope import in_the_way
from ledger_api.domain.words import Action, Licence, LicenceKind, Purpose, Region
from tests.contracts.stage.stage import day
from tests.scenarios import halves
from tests.scenarios.facts import words_of
from tests.scenarios.story import Story

POSES: dict[str, Any] = {
    "name": "2024年至2025年全国具身智能顶部视角人体姿态识别数据集",
    "origins": ["COLLECTED"],
    "form": "RESOURCE",
    "application": {"frames": 1_200_000, "bytes": "9.8 TB"},
}
TO_MAKER: dict[str, Any] = {
    "kind": "NON_EXCLUSIVE", "actions": ["READ", "DERIVE", "TRAIN"], "purposes": ["HUMANOID_TRAINING"], "regions": halves.MAINLAND,
    "flags": ["TRAIN", "KEEP_WEIGHTS"], "start": "2026-09-01", "end": "2028-08-31", "delete_within": 30,
    "template": "GF_2025_2615", "fee": {"model": "一次性", "amount": "680000.00"},
}  # fmt: skip
EXCLUSIVE: dict[str, Any] = {
    "kind": "EXCLUSIVE", "actions": ["READ", "DERIVE"], "purposes": ["HUMANOID_TRAINING"], "regions": halves.MAINLAND,
    "start": "2026-09-02", "end": "2027-09-01", "template": "GF_2025_2615",
}  # fmt: skip


def asset_of(story: Story) -> halves.Asset:
    """The data set, registered; it is 1 September."""
    asset = halves.registered(story, "P3", "SJ3312026080002", **POSES)
    story.on("2026-09-01")
    return asset


def test_the_maker_is_licensed_for_two_years(story: Story) -> None:
    """Read, derive and train; weights may be kept, nothing is redistributed, raw copies go within 30 days after the end."""
    asset = asset_of(story)
    assert story.opened(asset.applied, "P3") == {"frames": 1_200_000, "bytes": "9.8 TB"}
    done = story.file("grant", halves.terms_of(asset, "P8", **TO_MAKER), "P3", "P8", "X1")
    told = story.read(f"/v1/licences/{asset.entry}/{done.number}")
    assert (story.ref(told["licensor"]), story.ref(told["licensee"]), story.ref(told["recorder"])) == ("P3", "P8", "X1")
    assert (told["kind"], told["status"], told["start"], told["end"]) == (
        "NON_EXCLUSIVE", "in_force", "2026-09-01", "2028-08-31",
    )  # fmt: skip
    assert (told["actions"], told["purposes"]) == (["READ", "DERIVE", "TRAIN"], ["HUMANOID_TRAINING"])
    assert told["flags"] == ["TRAIN", "KEEP_WEIGHTS"]  # neither redistribution nor export
    assert (told["regions"], told["delete_within_days"]) == (halves.MAINLAND, 30)
    assert story.opened(done, "P8") == {"model": "一次性", "amount": "680000.00"}


def test_a_second_buyer_is_refused_what_is_taken_and_given_what_is_free(story: Story) -> None:
    """Exclusive for humanoid training conflicts with P8's; for stage performance only it does not."""
    asset = asset_of(story)
    first = halves.granted(story, asset, "P8", **TO_MAKER)
    signers = ("P3", "P13", "X1")
    refusal = story.refused("exclusivity-conflict", "grant", halves.terms_of(asset, "P13", **EXCLUSIVE), *signers)
    assert refusal["blocking"] == [f"{asset.entry}/{first}"]
    assert conflicts(story, asset, EXCLUSIVE) == (first,)
    rescoped = EXCLUSIVE | {"purposes": ["STAGE_PERFORMANCE"]}
    assert conflicts(story, asset, rescoped) == ()
    second = halves.granted(story, asset, "P13", **rescoped)
    told = story.read(f"/v1/entries/{asset.entry}/licences", on="2026-09-01")["data"]
    assert [(each["id"], each["status"]) for each in told] == [
        (f"{asset.entry}/{first}", "in_force"), (f"{asset.entry}/{second}", "not_begun"),
    ]  # fmt: skip


def test_had_the_first_been_for_all_purposes_the_rescoped_one_would_conflict(story: Story) -> None:
    """An empty set of purposes is all of them."""
    asset = asset_of(story)
    first = halves.granted(story, asset, "P8", **TO_MAKER | {"purposes": None})
    rescoped = EXCLUSIVE | {"purposes": ["STAGE_PERFORMANCE"]}
    refusal = story.refused(
        "exclusivity-conflict", "grant", halves.terms_of(asset, "P13", **rescoped), "P3", "P13", "X1"
    )
    assert refusal["blocking"] == [f"{asset.entry}/{first}"]
    assert conflicts(story, asset, rescoped) == (first,)


def conflicts(story: Story, asset: halves.Asset, terms: dict[str, Any]) -> tuple[int, ...]:
    """What the pure function finds in the way of a candidate, by the licences the index has."""
    return in_the_way(candidate(story, terms), day(story.today), dict(words_of(story, asset.entry, Licence)))


def candidate(story: Story, terms: dict[str, Any]) -> Licence:
    """The licence as it would be drafted."""
    return Licence(
        licensee=story.cast["P13"].number,
        kind=LicenceKind[terms["kind"]],
        start=day(terms["start"]),
        end=day(terms["end"]),
        actions=Action(sum(Action[each] for each in terms["actions"])),
        purposes=Purpose(sum(Purpose[each] for each in terms["purposes"])),
        regions=Region(sum(Region[each] for each in terms["regions"])),
    )
