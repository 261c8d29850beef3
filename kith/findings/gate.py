"""Which forecasts may speak: those that beat the plain baselines on this ledger.

Facts and hints always may. A forecast's rule names in `FORECASTS` the signal whose trial it stands
on.
"""

from collections.abc import Mapping
from types import MappingProxyType, ModuleType

from kith.terms.finding import Claim

# By signal: whether its trial on this ledger beat every baseline; None: too little to say.
Beaten = Mapping[str, bool | None]
NOT_TRIED: Beaten = MappingProxyType({})
# The same of the trial on public data that the signal's page in docs/signals/ prints: what counts
# while a ledger is young.
PRINTED: Mapping[str, bool] = MappingProxyType({"silence": False})


def may_speak(rule: ModuleType, beaten: Beaten) -> bool:
    """Whether what the rule finds may be a finding. Raises AttributeError for a forecast that names
    no signal."""
    if rule.CLAIM is not Claim.FORECAST:
        return True
    here = beaten.get(rule.FORECASTS)
    return PRINTED.get(rule.FORECASTS, False) if here is None else here
