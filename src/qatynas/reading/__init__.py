"""From sentences to mentions to facts; one module a kind of fact."""
