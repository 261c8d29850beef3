"""Why a mail is not here: what became of a Message-ID, an address' mails, a day's."""
