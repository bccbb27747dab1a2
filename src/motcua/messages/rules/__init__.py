"""What messages decide without touching anything: words, tries, masks."""
