"""The demonstration area, Saltmarsh: made-up people and cases, made by deeds with dates and never by inserting rows."""
