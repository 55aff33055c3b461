"""The desk's room for money: what waits, transfers to place, refunds to send, payments to find."""
