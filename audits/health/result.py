"""What one check of the gate's health says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One thing that the gate needs: `said` is how it stands, `remedy` what to do, empty when all is well."""

    name: str
    said: str
    remedy: str = ""

    @property
    def is_well(self) -> bool:
        return not self.remedy
