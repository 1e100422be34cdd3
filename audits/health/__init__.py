"""Whether what the gate needs is there and at work, and how to mend what is not."""
