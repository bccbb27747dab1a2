"""The measures themselves still fit the tables that they measure."""
