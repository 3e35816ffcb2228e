"""A language server: what ``validate`` finds, shown in the editor while one types. Described in ``docs/editors.md``."""
