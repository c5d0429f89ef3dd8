"""Which acts a chapter has and what their calldata looks like, read from its ABI.

Every function of a chapter is an act: its first argument is `Signatories by`, its static terms come first and
its lists last, so that the ledger can check an act's encoding without knowing the act.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hardhat_free_env.compiler.artifacts import Artifact, load
from hardhat_free_env.deploy.errors import PlanInvalid
from hardhat_free_env.deploy.words import pack

CHAPTERS = (
    "PartiesChapter",
    "BookChapter",
    "FilingsChapter",
    "RegistrationChapter",
    "VersionsChapter",
    "ObjectionsChapter",
    "LicencesChapter",
    "LicenceChangesChapter",
    "UsageChapter",
    "ListingsChapter",
    "BurdensChapter",
    "ConsentsChapter",
    "SecuritiesChapter",
    "PerfectionChapter",
    "SecurityChangesChapter",
    "GuaranteesChapter",
    "LeasesChapter",
    "LeaseEndsChapter",
    "EnforcementsChapter",
    "DisposalsChapter",
    "RealisationsChapter",
    "AttestationsChapter",
    "ChangesChapter",
    "InstrumentsChapter",
    "SourcesChapter",
    "DisputesChapter",
    "NotesChapter",
    "SupervisionChapter",
)
"""All chapters of the ledger, in the order they are deployed."""


@dataclass(frozen=True, slots=True)
class Act:
    """A function of a chapter, as the ledger dispatches it."""

    name: str
    signature: str
    selector: bytes
    words: int
    """32-byte words in the head of its arguments."""
    lists: int
    """How many of them, the last ones, are offsets of lists."""

    def page(self, chapter: bytes) -> int:
        """The ledger's word for this act in a chapter at this address."""
        return pack("Page", chapter=int.from_bytes(chapter, "big"), words=self.words, lists=self.lists)


def acts(chapter: Artifact) -> tuple[Act, ...]:
    """The acts of a chapter; PlanInvalid names a function that is none."""
    return tuple(_act(chapter, entry) for entry in chapter.abi if entry["type"] == "function")


def pages(chapters: Iterable[tuple[Artifact, bytes]]) -> dict[bytes, int]:
    """Selector → page of all acts of chapters at their addresses; PlanInvalid when two share a selector, or one has the ledger's own."""
    own = {bytes.fromhex(selector) for selector in load("Ledger").method_identifiers.values()}
    found: dict[bytes, int] = {}
    for chapter, address in chapters:
        for act in acts(chapter):
            if act.selector in own or act.selector in found:
                raise PlanInvalid(f"{chapter.contract_name}.{act.name}: selector 0x{act.selector.hex()} is taken")
            found[act.selector] = act.page(address)
    return found


def _act(chapter: Artifact, entry: Mapping[str, Any]) -> Act:
    where = f"{chapter.contract_name}.{entry['name']}"
    inputs = entry["inputs"]
    if not inputs or inputs[0].get("internalType") != "Signatories":
        raise PlanInvalid(f"{where}: its first argument is not `Signatories by`")
    lists = [each for each in inputs if _is_list(where, each)]
    if inputs[len(inputs) - len(lists) :] != lists:
        raise PlanInvalid(f"{where}: its lists do not come last")
    signature = f"{entry['name']}({','.join(_type(each) for each in inputs)})"
    selector = bytes.fromhex(chapter.method_identifiers[signature])
    return Act(entry["name"], signature, selector, sum(map(_words, inputs)), len(lists))


def _is_list(where: str, parameter: Mapping[str, Any]) -> bool:
    kind = parameter["type"]
    if kind.endswith("[]") and "[" not in kind[:-2] and not kind.startswith(("tuple", "bytes[", "string")):
        return True
    if "[" in kind or kind in {"bytes", "string"}:
        raise PlanInvalid(f"{where}: {parameter['name']} is neither static nor a list of words")
    return False


def _words(parameter: Mapping[str, Any]) -> int:
    if parameter["type"] == "tuple":
        return sum(map(_words, parameter["components"]))
    return 1


def _type(parameter: Mapping[str, Any]) -> str:
    if not parameter["type"].startswith("tuple"):
        return str(parameter["type"])
    return f"({','.join(map(_type, parameter['components']))}){parameter['type'][5:]}"
