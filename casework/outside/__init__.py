"""Everything that touches the world, one adapter a file."""
