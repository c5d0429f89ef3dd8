"""Where the facade keeps what must not be lost, and the copy of the chain that it reads from. The only SQL.

`open_store` gives a `Store`; tables lie in `tables`, questions in repositories, changes of shape in `migrations`.
"""

from ledger_api.store.engine import Store, UnitOfWork, open_store

__all__ = ["Store", "UnitOfWork", "open_store"]
