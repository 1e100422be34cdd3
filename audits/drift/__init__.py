"""What is online, judged again: what changes without a publication is seen all the same."""
