"""Where an installation lives and the PostgreSQL it runs on; knows no Django and no domain."""
