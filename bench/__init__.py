"""What the service costs, as ratios taken in one run."""
