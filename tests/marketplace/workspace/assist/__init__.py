"""The communes' teams: consent, acting, the end of it, orders for buyers, guides."""
