"""Sheets on the import page: what they are and say, tried before they come in, refused rows after.

Everything found is shown and can be corrected. The import itself is the job worker's.
"""
