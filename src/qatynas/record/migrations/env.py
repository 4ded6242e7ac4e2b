"""Alembic runs this: the scripts work on the connection that `record.migration` hands over, in its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
