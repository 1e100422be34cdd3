"""The accessibility statement: what may be declared of a site, from which evidence, and what is still missing."""
