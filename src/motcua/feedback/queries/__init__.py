"""Reading what people ask, and how quickly they are answered."""
