"""What a first visitor finds: accounts to try, and a small history in which no list is empty."""
