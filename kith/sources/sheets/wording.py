"""What is said of a row that is refused, and of rows to which a rule was applied."""

from kith.terms.language import gettext_noop as _

# Code: what is wrong, what to do. {column} and {cell}: where and what.
PROBLEMS = {
    "needed": (
        _("Row {row}: nothing stands in {column}."),
        _("Fill it in, or take the row out."),
    ),
    "number": (
        _("Row {row}: “{cell}” in {column} is no number here."),
        _("Correct the cell, or the sheet's decimal sign."),
    ),
    "day": (
        _("Row {row}: “{cell}” in {column} is no day here."),
        _("Correct the cell, or the order of day and month."),
    ),
    "currency": (
        _("Row {row}: “{cell}” in {column} is no currency."),
        _("Write its three letters, like EUR."),
    ),
    "formula": (
        _("Row {row}: the formula in {column} gives “{cell}”."),
        _("Correct it in the spreadsheet, and save the file again."),
    ),
    "currencies": (
        _("Row {row}: a sum is in another currency than the row says, “{cell}”."),
        _("Write one currency for each row."),
    ),
    "signs": (
        _("Row {row}: quantity and sum have different signs, “{cell}”."),
        _("Make both negative for what came back, else both positive."),
    ),
    "no_sum": (
        _("Row {row}: neither a sum nor a price stands in it."),
        _("Fill in the net sum, or the price and the quantity."),
    ),
    "over": (
        _("Row {row}: “{cell}” in {column} is more than all of it."),
        _("Say whether a bare number is in percent."),
    ),
    "positive": (
        _("Row {row}: “{cell}” in {column} is not above zero."),
        _("Correct the cell."),
    ),
    "negative": (
        _("Row {row}: “{cell}” in {column} is below zero."),
        _("Correct the cell."),
    ),
    "ends": (
        _("Row {row}: it ends before it begins, on {cell}."),
        _("Correct its first day or its last one."),
    ),
    "open": (
        _("Row {row}: a quotation mark is opened and not closed."),
        _("Close it, or double each one that belongs to the text."),
    ),
    "long": (
        _("Row {row}: a cell is too long."),
        _("Shorten it."),
    ),
    "cells": (
        _("Row {row}: {n} cells, where the sheet has {width} columns."),
        _("Put cells that hold the separator in quotation marks."),
    ),
}

# In the order of their bits: code, what is said of the rows that have it. How many these are is
# told beside it: chunks tell of their own, and are added up.
REMARKS = {
    "turned": _("Lines of credit notes written as positive sums, counted as negative."),
    "differs": _("Lines whose sum is not quantity times price less discount; it is kept."),
    "no_cost": _("Lines that say nothing of their cost, so that their margin is unknown."),
    "free": _("Lines of goods without a price, kept as given for nothing."),
    "under_cost": _("Lines sold for less than they cost."),
    "return": _("Lines of goods that came back, counted as negative."),
    "charge": _("Lines that are charges and no goods, so that no price is compared."),
    "bad_debt": _("Claims written off, told apart from sales."),
    "no_customer": _("Lines without a customer, counted in the firm's sums alone."),
    "dollar": _("Lines in $ of no named country, taken as of your own currency."),
    "no_prices": _("Products with prices that end before they begin, kept without these."),
    "open": _("Rows that end in a far year, kept as open."),
    "totals": _("Rows of totals, left out as their lines are here."),
    "header": _("Rows that are the header again, left out."),
    "text": _("Rows of invoices that hold nothing but text, left out."),
    "same": _("Rates of a currency in itself, left out."),
    "stock": _("Rows without customer and price: stock that was moved, nothing sold, left out."),
    "short": _("Rows that are cut short, the rest taken as empty."),
}
