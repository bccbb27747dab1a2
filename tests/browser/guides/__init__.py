"""What the guides tell, played by invented people of a commune in September 2026; every step leaves its picture."""
