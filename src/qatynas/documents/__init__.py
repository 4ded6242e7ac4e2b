"""Opening a file of any format: from bytes to a `Document` whose original text is never changed again."""
