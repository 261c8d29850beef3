"""What happened: mails and meetings, who took part, in which thread."""
