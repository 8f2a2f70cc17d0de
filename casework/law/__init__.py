"""What the law says. Standard library only; it has never heard of a case."""
