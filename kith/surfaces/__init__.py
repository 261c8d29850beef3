"""Where people and programs meet Kith: parse, call one writer or reader, render. No arithmetic."""
