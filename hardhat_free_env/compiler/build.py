"""Compiles contracts into artifacts: those of the project that can be deployed, and any harness a test brings.

Each source is compiled with its own imports and nothing else, so that what one contract becomes never depends
on another that happens to lie beside it, and an artifact changes only when something it is made of changes.
"""

import json
import re
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import Artifact
from hardhat_free_env.compiler.errors import CompilationFailed, ContractTooLarge
from hardhat_free_env.compiler.settings import Settings, compiler_pin, input_hash
from hardhat_free_env.compiler.solc import compile_cached, compile_now, refuse_warnings
from hardhat_free_env.compiler.sources import COMMENT, SourceTree

MAX_RUNTIME = 24_576
"""Bytes of runtime code from which a contract is refused: one below EIP-170's limit."""

_DEFINITION = re.compile(r"\b(?P<kind>abstract\s+contract|contract|interface)\s+(?P<name>\w+)\s*(?:is\b|\{)")
_AST_ID = re.compile(r"(t_(?:struct|enum|contract|userDefinedValueType)\(\w+\))\d+")


def build(tree: SourceTree | None = None, *, fresh: bool = False) -> dict[str, Artifact]:
    """Compile all that a deployment or a reader of the project needs, by contract name.

    That is every contract that can be deployed and every interface under `contracts/`, and the contracts of
    others named in the settings. `fresh` compiles even what is in the cache.
    """
    tree = tree or SourceTree()
    return compile_paths(tree, deployable(tree), fresh=fresh)


def deployable(tree: SourceTree) -> list[str]:
    """The sources that `build` compiles, by logical path."""
    foreign = [name.split(":")[0] for name in Settings.load(tree.root).foreign]
    return [path for path in tree.own() if defined(tree, path)] + foreign


def compile_text(path: str, text: str, tree: SourceTree | None = None) -> dict[str, Artifact]:
    """Compile the Solidity source `text` as if it stood at logical `path`, by contract name; for tests.

    It imports the project's sources as "contracts/…" and OpenZeppelin's as "@openzeppelin/…".
    """
    tree = tree or SourceTree()
    return compile_paths(SourceTree(tree.root, {**tree.added, path: text}), [path])


def compile_paths(tree: SourceTree, paths: Iterable[str], *, fresh: bool = False) -> dict[str, Artifact]:
    """Compile the sources at `paths`, two at a time; raises CompilerError for what must not be deployed.

    Every source is tried, and a CompilationFailed names all that is wrong, each thing once.
    """
    settings, pin = Settings.load(tree.root), compiler_pin(tree.root)
    with ThreadPoolExecutor(max_workers=2) as pool:
        running = [pool.submit(_compile_one, tree, path, settings, pin, fresh=fresh) for path in paths]
    failures = [failed for each in running if isinstance(failed := each.exception(), CompilationFailed)]
    if failures:
        raise CompilationFailed(*dict.fromkeys(message for failed in failures for message in failed.args))
    found = [artifact for each in running for artifact in each.result()]
    _refuse_homonyms(found)
    return {artifact.contract_name: artifact for artifact in sorted(found, key=lambda each: each.contract_name)}


def defined(tree: SourceTree, path: str) -> dict[str, str]:
    """Contracts and interfaces defined in a source, name → kind; abstract ones and libraries are no artifacts."""
    text = COMMENT.sub("", tree.read(path))
    return {
        match["name"]: match["kind"] for match in _DEFINITION.finditer(text) if not match["kind"].startswith("abstract")
    }


def _compile_one(tree: SourceTree, path: str, settings: Settings, pin: str, *, fresh: bool) -> list[Artifact]:
    standard_input = settings.standard_input(tree.closure(path), path)
    key = input_hash(standard_input, pin)
    cache = tree.root / ".cache" / "solc"
    output = compile_now(standard_input) if fresh else compile_cached(standard_input, key, cache)
    contracts = output["contracts"].get(path, {})
    artifacts = [_artifact(name, path, key, contracts[name]) for name in sorted(defined(tree, path))]
    refuse_warnings(output, settings)
    return artifacts


def _artifact(name: str, path: str, key: str, output: Mapping[str, Any]) -> Artifact:
    creation, runtime = output["evm"]["bytecode"], output["evm"]["deployedBytecode"]
    if creation["linkReferences"]:
        raise CompilationFailed(f"{path}: {name} needs a linked library; make the library's functions internal")
    code = bytes.fromhex(runtime["object"])
    if len(code) >= MAX_RUNTIME:
        raise ContractTooLarge(f"{path}: {name} has {len(code):,} bytes of code, {MAX_RUNTIME:,} is too many")
    return Artifact(
        contract_name=name,
        source_name=path,
        compiler=json.loads(output["metadata"])["compiler"]["version"],
        input_hash=key,
        abi=tuple(output["abi"]),
        bytecode=bytes.fromhex(creation["object"]),
        deployed_bytecode=code,
        code_hash=keccak(code),
        storage_layout=_without_ast_ids(output["storageLayout"]),
        method_identifiers=output["evm"]["methodIdentifiers"],
        immutable_references=_places(runtime["immutableReferences"]),
    )


def _without_ast_ids(layout: Any) -> Any:  # noqa: ANN401 - arbitrary JSON
    """The storage layout without the compiler's node numbers, which move when an unrelated line is added."""
    if isinstance(layout, dict):
        return {_AST_ID.sub(r"\1", key): _without_ast_ids(each) for key, each in layout.items() if key != "astId"}
    if isinstance(layout, list):
        return [_without_ast_ids(each) for each in layout]
    return _AST_ID.sub(r"\1", layout) if isinstance(layout, str) else layout


def _places(references: Mapping[str, list[dict[str, int]]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((place["start"], place["length"]) for places in references.values() for place in places))


def _refuse_homonyms(artifacts: Iterable[Artifact]) -> None:
    seen: dict[str, str] = {}
    for artifact in artifacts:
        if artifact.contract_name in seen:
            both = f"{seen[artifact.contract_name]} and {artifact.source_name}"
            raise CompilationFailed(f"{artifact.contract_name} is defined in {both}; artifacts need different names")
        seen[artifact.contract_name] = artifact.source_name
