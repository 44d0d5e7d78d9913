"""One contact with many identities: joining and parting, suggestions, addresses and fields."""
