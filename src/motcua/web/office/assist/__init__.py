"""Filing for somebody who cannot: the officer asks for consent, then fills in the portal's form with the person."""
