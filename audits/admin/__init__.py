"""What the gate and the audits add to Wagtail's admin."""
