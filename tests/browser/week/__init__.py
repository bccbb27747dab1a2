"""A week of three one-stops on this system alone, in September 2021: the province and the hands of its people."""
