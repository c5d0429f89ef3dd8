"""A ledger with a cast, for the tests of the contracts: see `stage.Stage` and `cast.Cast`.

Deployed once a session on a `LocalChain`; every test starts at the same block and leaves its journals checked.
"""

from tests.contracts.stage.acting import Act, Sealed, digest_of, signatories
from tests.contracts.stage.cast import Cast, Officer, Player, enter
from tests.contracts.stage.lines import Line
from tests.contracts.stage.stage import Done, Stage

__all__ = ["Act", "Cast", "Done", "Line", "Officer", "Player", "Sealed", "Stage", "digest_of", "enter", "signatories"]
