"""The store: documents with their original text, readings, facts with evidence; search and checking."""
