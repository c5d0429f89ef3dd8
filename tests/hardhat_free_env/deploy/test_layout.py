"""Storage layout: the committed file is fresh, namespaces are disjoint, words lie where the structs say, changes are told."""

import copy
import itertools
import re
from typing import Any

import pytest

from hardhat_free_env.compiler.sources import SourceTree
from hardhat_free_env.compiler.words import Word, erc7201_slot
from hardhat_free_env.deploy import layout
from hardhat_free_env.deploy.words import table


@pytest.fixture
def committed() -> dict[str, Any]:
    return copy.deepcopy(dict(layout.committed()))


def test_the_committed_layout_is_what_the_sources_say() -> None:
    assert layout.FILE.read_text() == layout.to_json(layout.read())


def test_each_namespace_has_one_struct_and_a_slot_far_from_all_others() -> None:
    tree = SourceTree()
    structs = [name for path in tree.own() for name in re.findall(r"erc7201:(\S+)", tree.read(path))]
    assert sorted(structs) == sorted(set(structs)) == sorted(layout.read()["namespaces"])
    slots = sorted(erc7201_slot(name) for name in structs)
    assert all(later - earlier > 256 for earlier, later in itertools.pairwise(slots))


@pytest.mark.parametrize("word", table().words, ids=lambda word: word.name)
def test_a_word_lies_where_its_namespace_has_a_member_of_that_type(word: Word) -> None:
    position = int((re.search(r"base\+(\d+)", word.key) or ["0", "0"])[1])
    member = layout.read()["namespaces"][word.namespace][position]
    assert member.count("mapping(") == word.key.count("map(")
    assert re.search(rf"\b{word.name}\b", member)


def test_a_layout_does_not_conflict_with_itself(committed: dict[str, Any]) -> None:
    assert layout.conflicts(committed, layout.committed()) == []


def test_growing_at_the_end_is_no_conflict(committed: dict[str, Any]) -> None:
    grown = copy.deepcopy(committed)
    grown["namespaces"]["dpr.book"].append("uint256 more")
    grown["namespaces"]["dpr.new"] = ["uint256 first"]
    grown["words"]["Party"]["fields"].append("rating: 1 × 8 at 81")
    grown["words"]["New"] = {"namespace": "dpr.new", "key": "base+0", "fields": ["a: 1 × 1 at 0"]}
    grown["names"]["Scheme"].append("EU")
    assert layout.conflicts(committed, grown) == []


@pytest.mark.parametrize(
    "path, value",
    [
        (("namespaces", "dpr.parties", 2), "mapping(uint256 key => bool) keys"),
        (("words", "Party", "fields", 1), "burdens: 1 × 16 at 24"),
        (("words", "Party", "key"), "map(number, base+1)"),
        (("words", "Party", "namespace"), "dpr.book"),
        (("names", "Power", 0), "REIGN"),
    ],
)
def test_what_is_read_otherwise_than_written_is_a_conflict(
    committed: dict[str, Any], path: tuple[Any, ...], value: str
) -> None:
    changed = copy.deepcopy(committed)
    place: Any = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert len(layout.conflicts(committed, changed)) == 1


@pytest.mark.parametrize("path", [("namespaces", "dpr.book"), ("words", "Span"), ("names", "Right")])
def test_what_is_gone_is_a_conflict(committed: dict[str, Any], path: tuple[str, str]) -> None:
    changed = copy.deepcopy(committed)
    del changed[path[0]][path[1]]
    (conflict,) = layout.conflicts(committed, changed)
    assert conflict.endswith(f"{path[1]} is gone")


def test_a_member_put_between_others_is_a_conflict(committed: dict[str, Any]) -> None:
    changed = copy.deepcopy(committed)
    changed["namespaces"]["dpr.parties"].insert(0, "uint256 first")
    assert layout.conflicts(committed, changed) == ["namespace dpr.parties is not what it was"]
