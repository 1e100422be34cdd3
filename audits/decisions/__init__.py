"""What people decide of findings: appeals and their answers, laissez-passer, dérogations; who is told, and when."""
