"""Sheets into the ledger: `looking` (look_at, propose), `dry` (dry_run), `bringing` (import_sheet),
`refused` (what was refused, as a sheet). Conducts; holds no rule on cells (kith.sources.sheets) nor
on rows (kith.ledger.trade)."""
