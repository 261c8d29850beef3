"""How often alarms proved right on a ledger's own past, beside the plainest rules there are.

Pure: what the engine found at each origin comes in, counts and shares go out. The signals are
computed by `kith.pipeline.backtest`, which stands at one origin after the other.
"""
