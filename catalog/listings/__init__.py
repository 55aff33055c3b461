"""What is offered: proposals, decisions, pictures, what is published."""
