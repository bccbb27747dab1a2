"""Settings, addresses, wiring and timetable: the only place that knows every room."""
