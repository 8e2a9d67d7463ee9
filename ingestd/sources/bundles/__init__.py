"""Files that hold documents: archives, mailboxes, tables; nothing is unpacked to disk."""
