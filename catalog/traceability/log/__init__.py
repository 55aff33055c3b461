"""The verifiable log: who said what about a lot, in a tree nobody can change unseen."""
