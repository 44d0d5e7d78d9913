"""The live stream: what changed in a workspace, sent to everyone who looks at it."""
