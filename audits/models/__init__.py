"""What the gate and the audits keep in the database."""
