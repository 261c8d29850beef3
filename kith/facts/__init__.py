"""The columnar mirror: the ledger's views as Parquet, and the engine that reads them.

Always deletable; a rebuild gives the same content. Imports terms alone.
"""
