"""The gate: what a machine is certain breaks the RGAA does not go live, by any door."""
