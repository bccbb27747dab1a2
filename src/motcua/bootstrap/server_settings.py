"""The settings of the embedded server: small at rest, durable always, and silent about what people write."""

from pathlib import Path

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "60",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Nothing that was answered as done may be lost.
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    # A small machine: web, worker and database share it.
    "shared_buffers": "96MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "jit": "off",
    "max_worker_processes": "4",
    "max_parallel_workers": "2",
    "max_parallel_workers_per_gather": "1",
    "autovacuum_max_workers": "2",
    "random_page_cost": "1.1",
    # Many small commits: large, rare, spread checkpoints.
    "wal_buffers": "8MB",
    "max_wal_size": "1GB",
    "min_wal_size": "256MB",
    "checkpoint_timeout": "15min",
    "checkpoint_completion_target": "0.9",
    "idle_in_transaction_session_timeout": "5min",
    # A week of logs, without the statements: they hold personal data.
    "logging_collector": "on",
    "log_filename": "postgresql-%a.log",
    "log_rotation_age": "1d",
    "log_truncate_on_rotation": "on",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
    "log_file_mode": "0640",
}
SINCE_18 = {"io_method": "sync"}  # three processes fewer; what we read is in memory or one page away


def text(*, major: int, port: int, sockets: Path | None, logs: Path) -> str:
    """Write the settings file."""
    chosen = SETTINGS | (SINCE_18 if major >= 18 else {})
    chosen |= {
        "port": str(port),
        "unix_socket_directories": str(sockets) if sockets else "",
        "log_directory": str(logs),
    }
    lines = [f"{name} = '{value.replace(chr(39), chr(39) * 2)}'" for name, value in chosen.items()]
    return "\n".join(["# Written at each start. Your own settings: local.conf beside this file.", *lines, ""])
