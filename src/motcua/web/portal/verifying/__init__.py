"""Whether a result is genuine: asked by the code on it, by its QR, or with the file itself; open to everybody."""
