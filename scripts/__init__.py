"""What the Makefile calls to set up a machine and to check a change. Standard library only."""
