"""How a sheet writes the sums of credit notes."""

from kith.sources.sheets.cells import TRUE
from kith.terms.sheets import ColumnMap, Look

_SUMS = ("net", "quantity", "price")


def is_signed(look: Look, column_map: ColumnMap) -> bool:
    """Whether they are negative already, as far as the samples show; where they show none, a sum
    that is positive is one that is to be turned."""
    columns = column_map.columns
    if "credit" not in columns:
        return True
    flag = look.columns.index(columns["credit"])
    sums = [look.columns.index(columns[name]) for name in _SUMS if name in columns]
    return any(
        sample[flag].strip().lower() in TRUE
        and any(set("-−(") & set(sample[place]) for place in sums)
        for sample in look.samples
    )
