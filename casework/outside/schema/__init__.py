"""The database's tables, one file a subject; nothing above this floor knows their columns."""
