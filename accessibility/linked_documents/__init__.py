"""The office documents that the pages of a crawl link to: fetched once, judged, and said at each link.

What is found in a document is evidence for the person who judges criterion 13.3, never a failure of the page by itself:
docs/adr/0021 says why.
"""
