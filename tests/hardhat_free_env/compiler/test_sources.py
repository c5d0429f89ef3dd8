"""Sources are found by logical path, with all they import."""

from pathlib import Path

import pytest

from hardhat_free_env.compiler.errors import SourceMissing
from hardhat_free_env.compiler.sources import SourceTree, imports_of
from tests.hardhat_free_env.compiler.project import checkout


@pytest.mark.parametrize(
    "text, expected",
    [
        ('import "./B.sol";', ["contracts/core/B.sol"]),
        ('import {B, C as D} from "../types/B.sol";', ["contracts/types/B.sol"]),
        ('import {\n    B,\n    C\n} from "../B.sol";', ["contracts/B.sol"]),
        ("import * as B from '@openzeppelin/contracts/B.sol';", ["@openzeppelin/contracts/B.sol"]),
        ('import "./B.sol" as B;', ["contracts/core/B.sol"]),
        ('// import "./B.sol";\n/* import "./C.sol";\n import "./D.sol"; */', []),
        ('string constant TEXT = "import";', []),
    ],
)
def test_every_form_of_import_is_read(text: str, expected: list[str]) -> None:
    assert imports_of("contracts/core/A.sol", text) == expected


def test_a_closure_holds_what_is_imported_directly_or_not_and_nothing_else(tmp_path: Path) -> None:
    tree = checkout(tmp_path, A='import "./B.sol";', B='import "./C.sol";', C='import "./A.sol";', Stranger="")
    assert list(tree.closure("contracts/A.sol")) == ["contracts/A.sol", "contracts/B.sol", "contracts/C.sol"]


def test_own_sources_leave_out_what_npm_brought(tmp_path: Path) -> None:
    tree = checkout(tmp_path, B="", A="")
    brought = tmp_path / "contracts" / "more" / "node_modules" / "Brought.sol"
    brought.parent.mkdir(parents=True)
    brought.write_text("")
    assert tree.own() == ["contracts/A.sol", "contracts/B.sol"]


def test_an_added_source_stands_before_the_one_on_disk(tmp_path: Path) -> None:
    tree = checkout(tmp_path, A="contract A {}")
    assert SourceTree(tree.root, {"contracts/A.sol": "mine"}).read("contracts/A.sol") == "mine"


def test_a_missing_import_is_named_with_its_remedy(tmp_path: Path) -> None:
    tree = checkout(tmp_path, A='import "./Gone.sol"; import "@openzeppelin/contracts/Gone.sol";')
    with pytest.raises(SourceMissing, match=r"@openzeppelin/contracts/Gone\.sol: no such source; run `npm ci`"):
        tree.closure("contracts/A.sol")
    with pytest.raises(SourceMissing, match=r"contracts/Gone\.sol: no such source"):
        tree.read("contracts/Gone.sol")
