"""What a printed plan shows beside its own lines: which edition it is, where its threads run, where its words came from."""
