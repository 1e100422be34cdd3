"""Mending a defect where its refusal is read: one file for each kind of mend.

A mend knows which rules it answers, what it asks of the editor, and how the answer changes the content. It works on
what Wagtail stores of a block. A block made of several others says what they hold by its attribute `mendable`: a
dictionary in which `heading`, `link_text`, `table_caption`, `language` and `passage` name the child that holds it.
"""
