"""The démarches of the demonstration town, as JSON, and what loads them."""
