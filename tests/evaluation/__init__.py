"""Documents labelled by hand, and how well what is found in them agrees with their labels."""
