"""What Hardhat would be, in Python: compiling, the embedded chain and deployment of the ledger's contracts.

It stands alone and never imports the facade; start it with `python -m hardhat_free_env`.
"""
