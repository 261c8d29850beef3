"""The demo company: invented people whose mail is written as real files and really imported."""
