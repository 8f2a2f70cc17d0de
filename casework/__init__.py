"""The shared case record: what the law says, what happened, what may happen next."""
