"""Help requests and missed calls; petitions, satisfaction, escalation to the head of agency and the Chairman."""
