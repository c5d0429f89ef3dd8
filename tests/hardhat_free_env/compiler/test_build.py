"""What a contract becomes, and what is refused."""

import json
from pathlib import Path

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import Artifact
from hardhat_free_env.compiler.build import build, compile_paths, compile_text
from hardhat_free_env.compiler.errors import CompilationFailed, CompilerError, ContractTooLarge
from hardhat_free_env.compiler.solc import SERVED
from hardhat_free_env.compiler.sources import SourceTree
from tests.hardhat_free_env.compiler.project import HEADER, checkout

COUNTER = """
/// Counts.
contract Counter {
    uint256 public count;
    uint256 public immutable step;
    error TooMany(uint256 count);
    constructor(uint256 step_) { step = step_; }
    function add() external { if (count > 9) revert TooMany(count); count += step; }
}
interface ICounter { function add() external; }
abstract contract Base { function add() external virtual; }
library Numbers { function one() internal pure returns (uint256) { return 1; } }
"""


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artifact]:
    return build(checkout(tmp_path_factory.mktemp("counter"), Counter=COUNTER))


def test_contracts_and_interfaces_become_artifacts_and_nothing_else_does(counter: dict[str, Artifact]) -> None:
    assert list(counter) == ["Counter", "ICounter"]


def test_an_artifact_holds_all_that_a_deployment_compares(counter: dict[str, Artifact]) -> None:
    artifact = counter["Counter"]
    assert artifact.source_name == "contracts/Counter.sol"
    assert artifact.compiler.startswith("0.8.")
    assert artifact.method_identifiers["add()"] == keccak(b"add()")[:4].hex()
    assert {entry["name"] for entry in artifact.abi if entry["type"] == "error"} == {"TooMany"}
    assert artifact.code_hash == keccak(artifact.deployed_bytecode)
    assert artifact.storage_layout["storage"][0]["label"] == "count"
    assert artifact.deployed_bytecode in artifact.bytecode


def test_an_interface_has_an_abi_and_no_code(counter: dict[str, Artifact]) -> None:
    assert counter["ICounter"].size == 0
    assert [entry["name"] for entry in counter["ICounter"].abi] == ["add"]


def test_code_on_a_chain_matches_whatever_its_immutables_hold_and_nothing_else(counter: dict[str, Artifact]) -> None:
    artifact = counter["Counter"]
    start, length = artifact.immutable_references[0]
    deployed = bytearray(artifact.deployed_bytecode)
    deployed[start : start + length] = (7).to_bytes(length, "big")
    assert artifact.matches(bytes(deployed))
    deployed[start - 1] ^= 1
    assert not artifact.matches(bytes(deployed))


def test_compiling_twice_gives_the_same_bytes(tmp_path: Path, counter: dict[str, Artifact]) -> None:
    again = build(checkout(tmp_path, Counter=COUNTER), fresh=True)
    assert {name: each.to_json() for name, each in again.items()} == {
        name: each.to_json() for name, each in counter.items()
    }


def test_a_compiler_just_loaded_gives_the_same_as_one_that_has_compiled_much(
    tmp_path: Path, counter: dict[str, Artifact], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SERVED, str(tmp_path / "nobody listens"))
    assert build(checkout(tmp_path, Counter=COUNTER), fresh=True)["Counter"] == counter["Counter"]


def test_a_neighbour_changes_nothing_not_even_the_input_hash(tmp_path: Path, counter: dict[str, Artifact]) -> None:
    tree = checkout(tmp_path, Counter=COUNTER, Another="contract Another { uint256[9] public numbers; }")
    assert build(tree)["Counter"] == counter["Counter"]


def test_a_comment_changes_the_input_hash_and_not_the_code(tmp_path: Path, counter: dict[str, Artifact]) -> None:
    commented = build(checkout(tmp_path, Counter=COUNTER.replace("Counts.", "Counts up.")))["Counter"]
    assert commented.code_hash == counter["Counter"].code_hash
    assert commented.input_hash != counter["Counter"].input_hash


def test_no_metadata_is_appended_to_the_code(counter: dict[str, Artifact]) -> None:
    assert b"solc" not in counter["Counter"].deployed_bytecode


def test_the_settings_are_part_of_the_input_hash(tmp_path: Path, counter: dict[str, Artifact]) -> None:
    tree = checkout(tmp_path, Counter=COUNTER)
    settings = tree.root / "contracts" / "compiler.toml"
    settings.write_text(settings.read_text().replace("10_000", "1"))
    assert build(tree)["Counter"].input_hash != counter["Counter"].input_hash


def test_storage_layouts_do_not_name_the_compilers_nodes(tmp_path: Path) -> None:
    text = "contract A { struct S { uint256 x; } enum E { ONE } S s; E e; uint256[3] three; mapping(E => S) m; }"
    layout = json.dumps(build(checkout(tmp_path, A=text))["A"].storage_layout)
    assert "astId" not in layout
    for named in ("t_struct(S)_storage", "t_enum(E)", "t_array(t_uint256)3_storage"):
        assert f'"{named}"' in layout


def test_a_source_given_as_text_imports_the_projects_sources(tmp_path: Path) -> None:
    tree = checkout(tmp_path, Counter=COUNTER)
    text = HEADER + 'import {Counter} from "contracts/Counter.sol"; contract Harness is Counter(2) {}'
    assert compile_text("harness/Harness.sol", text, tree)["Harness"].method_identifiers.keys() >= {"add()"}


def test_a_warning_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CompilationFailed, match="Unused local variable"):
        build(checkout(tmp_path, A="contract A { function f() external pure { uint256 x; } }"))


def test_a_warning_stands_only_where_the_settings_let_it(tmp_path: Path) -> None:
    unused = "{ function f() external pure { uint256 x; } }"
    tree = checkout(tmp_path, A="contract A" + unused, B="contract B" + unused)
    with (tree.root / "contracts" / "compiler.toml").open("a") as settings:
        settings.write('[[allowed_warnings]]\ncode = "2072"\npath = "contracts/A.sol"\nreason = "shown here"\n')
    assert compile_paths(tree, ["contracts/A.sol"])
    with pytest.raises(CompilationFailed, match=r"contracts/B\.sol"):
        build(tree)


def test_a_warning_in_the_sources_of_others_is_theirs(tmp_path: Path) -> None:
    unused = HEADER + "contract Other { function f() external pure { uint256 x; } }"
    tree = SourceTree(checkout(tmp_path).root, {"@other/Other.sol": unused})
    assert compile_paths(tree, ["@other/Other.sol"]).keys() == {"Other"}


def test_every_error_of_every_source_is_named_once(tmp_path: Path) -> None:
    tree = checkout(tmp_path, A='import "./C.sol"; contract A {}', B='import "./C.sol"; contract B {}', C="uint256 x")
    with pytest.raises(CompilationFailed) as caught:
        build(tree)
    assert str(caught.value).count("contracts/C.sol") == 1


def test_a_contract_too_large_for_a_chain_is_refused(tmp_path: Path) -> None:
    data = b"".join(keccak(index.to_bytes(2, "big")) for index in range(770)).hex()
    text = f'contract A {{ function f() external pure returns (bytes memory) {{ return hex"{data}"; }} }}'
    tree = checkout(tmp_path, A=text)
    settings = tree.root / "contracts" / "compiler.toml"
    settings.write_text(settings.read_text().replace("via_ir = true", "via_ir = false"))  # which takes long for this
    with pytest.raises(ContractTooLarge, match=r"contracts/A\.sol: A has [\d,]+ bytes of code, 24,576 is too many"):
        build(tree)


def test_a_contract_that_needs_a_linked_library_is_refused(tmp_path: Path) -> None:
    text = """
    library Far { function f(uint256 x) external pure returns (uint256) { return x + 1; } }
    contract A { function f(uint256 x) external pure returns (uint256) { return Far.f(x); } }
    """
    with pytest.raises(CompilationFailed, match="A needs a linked library"):
        build(checkout(tmp_path, A=text))


def test_two_contracts_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CompilerError, match=r"Same is defined in contracts/A\.sol and contracts/B\.sol"):
        build(checkout(tmp_path, A="contract Same {}", B="contract Same {}"))


def test_a_large_input_and_a_large_output_pass_through_the_pipes(tmp_path: Path) -> None:
    numbers = "".join(f"    uint256 constant N{index} = {index};\n" for index in range(60_000))
    functions = "".join(f"    function f{index}(uint256[{index + 1}] calldata) external;\n" for index in range(500))
    tree = checkout(tmp_path, Large=f"{numbers}interface Large {{\n{functions}}}")
    assert len(tree.read("contracts/Large.sol")) > 2_000_000
    assert len(build(tree, fresh=True)["Large"].abi) == 500


def test_what_did_not_change_comes_from_the_cache(tmp_path: Path) -> None:
    tree = checkout(tmp_path, A="contract A {}")
    built = build(tree)["A"]
    kept = tmp_path / ".cache" / "solc" / f"{built.input_hash}.json"
    output = json.loads(kept.read_text())
    output["contracts"]["contracts/A.sol"]["A"]["evm"]["deployedBytecode"]["object"] = "00"
    kept.write_text(json.dumps(output))
    assert build(tree)["A"].deployed_bytecode == b"\0"
    assert build(tree, fresh=True)["A"] == built


def test_the_path_of_the_checkout_leaves_no_trace(tmp_path: Path) -> None:
    trees: list[SourceTree] = []
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        trees.append(checkout(tmp_path / name, Counter=COUNTER))
    here, there = (build(tree)["Counter"].to_json() for tree in trees)
    assert here == there
    assert str(tmp_path) not in here
