"""What makes a town's pages its own: name, logo, font and colours, the last two served as a style sheet."""
