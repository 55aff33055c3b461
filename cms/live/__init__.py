"""Live sales: sessions and their states, hosts and papers, the shelf and its pin, complaints.

What an editor writes about a session is a page; where the session stands is a row of its own, so
that no revision of the page can roll a running session back.
"""
