"""What the ledger manages on this machine, each figure beside a baseline measured in the same run.

`scripts/bench [chain] [filings] [accept] [gas]`; nothing here asserts a speed, only that what was done is right.
"""
