"""Documents that pages give to download, judged for test 13.3.1: PDF, Word (DOCX) and OpenDocument text (ODT).

What an accessible document is comes from EN 301 549, chapter 10, to which the RGAA refers, and for PDF from
ISO 32000-1 §14.8 (tagged PDF). A document that a machine finds nothing in is not said accessible: a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.3
"""
