"""All the doors of the gate: importing this module registers them."""

from tests.audits import doors_database, doors_trees
from tests.audits.doors import DOORS

__all__ = ["DOORS", "doors_database", "doors_trees"]
