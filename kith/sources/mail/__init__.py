"""Mail: mbox, Maildir, folders and zips of messages become `MailRecord`s."""
