"""Sheets: CSV files and workbooks become rows of typed values. Looks first, guesses, then reads."""
