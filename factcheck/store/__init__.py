"""The project file: one SQLite database. The only package that knows SQLite."""
