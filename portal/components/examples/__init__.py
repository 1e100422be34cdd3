"""Examples of the components, one module per family."""
