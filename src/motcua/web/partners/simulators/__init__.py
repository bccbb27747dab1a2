"""What the simulators carried, for those who develop or try the product."""
