"""The page of the rules says once, in two languages, how far each of them holds."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
SAID = {"zh": "全部落实。", "en": "Whole."}


@pytest.fixture(scope="module")
def rules() -> ModuleType:
    spec = importlib.util.spec_from_file_location("rules", SCRIPTS / "rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_one_of_two_entries_says_it(rules: ModuleType) -> None:
    assert rules.reach_of(51, [{"reach": SAID}, {}]) == SAID


@pytest.mark.parametrize(
    "held",
    [
        [{"reach": "Whole."}],
        [{"reach": {"en": "Whole."}}],
        [{"reach": {"zh": "全部落实。"}}],
        [{"reach": SAID | {"zh": "Whole."}}],
        [{"reach": SAID | {"en": "全部落实。"}}],
        [{"reach": SAID | {"en": ""}}],
        [{"reach": SAID}, {"reach": SAID}],
        [{}, {"reach": SAID}],
        [{}],
    ],
    ids=[
        "one text",
        "no Chinese",
        "no English",
        "English twice",
        "Chinese twice",
        "empty",
        "twice",
        "in the second",
        "nowhere",
    ],
)
def test_what_does_not_say_it_once_in_both_is_refused(rules: ModuleType, held: list[dict[str, Any]]) -> None:
    with pytest.raises(rules.ReachNotSaid, match="rule 51"):
        rules.reach_of(51, held)


def test_no_page_is_made_of_it(rules: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "catalogue.yml").write_text("51: {kind: K, zh: 甲, en: A, source: 推导}\n", encoding="utf-8")
    (tmp_path / "rules.toml").write_text(
        '[51]\nguards = ["a"]\ntests = ["b::c"]\nreach.en = "Whole."\n', encoding="utf-8"
    )
    (tmp_path / "derived.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr(rules, "DOCS", tmp_path)
    monkeypatch.setattr(rules, "PAGE", tmp_path / "rules.md")
    assert rules.main([]) == 1
    assert not (tmp_path / "rules.md").exists()
