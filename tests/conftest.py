"""What takes longest begins first, so that no worker is left alone with it in the end."""

import pytest

LONGEST = ("tests/simulation/", "tests/hardhat_free_env/compiler/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the order otherwise."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
