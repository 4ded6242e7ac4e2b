"""Every format that leaves the house."""
