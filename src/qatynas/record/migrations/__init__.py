"""Alembic's scripts: they belong to the package, so that an installed wheel can migrate a record."""
