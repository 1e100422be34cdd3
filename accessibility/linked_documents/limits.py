"""What the documents of one crawl may ask for. Beyond, they are left to a person."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DocumentLimits:
    """`documents`: how many are read; `bytes`: of one, `all_bytes`: of all.

    `fetch_seconds`, `judge_seconds`: for one to be fetched, and to be judged; `all_seconds`: for all of them.
    """

    documents: int = 500
    bytes: int = 30_000_000
    all_bytes: int = 2_000_000_000
    fetch_seconds: float = 20
    judge_seconds: float = 40
    all_seconds: float = 1_800
