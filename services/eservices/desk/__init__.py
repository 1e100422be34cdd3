"""What the agents of a department do with the requests that are theirs."""
