"""What guards an officer's own account: second factors, codes on paper, sessions."""
