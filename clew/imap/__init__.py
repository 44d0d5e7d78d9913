"""Reading mailboxes by IMAP: the adapter of `clew.ports.mailboxes`."""
