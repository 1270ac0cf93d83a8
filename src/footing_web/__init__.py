"""The web service around the core: what an employer signs up to, and where data are handed in, assessed and shown."""
