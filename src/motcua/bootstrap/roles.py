"""The two roles: one owns and migrates, the other runs the product and can change no table's shape."""

from psycopg import Connection, OperationalError, connect, errors, sql

from motcua.bootstrap.addresses import APP, OWNER, Addresses, in_database
from motcua.bootstrap.errors import DatabaseTooOld, DatabaseUnfit, DatabaseUnreachable, RolesMissing
from motcua.bootstrap.secrets import Secrets

OLDEST = 150000
EXTENSIONS = ("unaccent", "pg_trgm", "btree_gist")
CONNECT_SECONDS = 5

OWNED = (
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO motcua_app",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO motcua_app",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO motcua_app",
    "GRANT USAGE ON SCHEMA public TO motcua_app",
    "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
)
# A dump brings these rights itself and counts on tables that begin with none: what a migration took from the
# application (changing the ledger, say) would otherwise be given back by a restore.
WITHOUT_DEFAULTS = tuple(
    f"ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON {kind} FROM motcua_app"
    for kind in ("TABLES", "SEQUENCES", "FUNCTIONS")
)


def open_connection(url: str, what: str = "The database") -> Connection:
    """Connect, or say in one sentence why not."""
    try:
        return connect(
            url, autocommit=True, connect_timeout=CONNECT_SECONDS, application_name="motcua bootstrap"
        )
    except OperationalError as problem:
        reason = " ".join((str(problem).strip().splitlines() or ["no reason given"])[0].split())
        raise DatabaseUnreachable(f"{what} cannot be reached: {reason}") from None


def check_version(version: int, oldest: int = OLDEST) -> None:
    """Refuse a server that is too old."""
    if version < oldest:
        raise DatabaseTooOld(
            f"The database is PostgreSQL {version // 10000}; version {oldest // 10000} or newer is needed."
        )


def check_encoding(connection: Connection) -> None:
    """Refuse a database that cannot keep every letter."""
    found = connection.info.parameter_status("server_encoding")
    if found != "UTF8":
        raise DatabaseUnfit(
            f"The database '{connection.info.dbname}' keeps its text in {found}, not in UTF8: "
            "name one that does not exist yet, and it is made as it must be."
        )


def works(where: Addresses) -> bool:
    """Tell whether the product can run there: the role gets in, the server is new, nothing is missing."""
    try:
        with connect(where.app, autocommit=True, connect_timeout=CONNECT_SECONDS) as app:
            check_version(app.info.server_version)
            check_encoding(app)
            found = {row[0] for row in app.execute("SELECT extname FROM pg_extension")}
    except OperationalError:
        return False
    return found.issuperset(EXTENSIONS)


def prepare(where: Addresses, keep: Secrets) -> None:
    """Bring roles, database, extensions and rights to the state the product needs; safe to repeat."""
    with _administrator(where) as admin:
        check_version(admin.info.server_version)
        if not _may_create_roles(admin):
            _rely_on_administrator(where)
            return
        if admin.info.dbname == where.database:
            check_encoding(admin)
        _make_role(admin, OWNER, keep.owner_password)
        _make_role(admin, APP, keep.app_password)
        _make_database(admin, where.database)
        open_database(admin, where.database)
    with open_connection(in_database(where.superuser, where.database)) as admin:
        _add_extensions(admin)
    with open_connection(where.owner) as owner:
        for statement in OWNED:
            owner.execute(statement)


def create_database(admin: Connection, name: str) -> None:
    """Create a database of the owner that keeps Vietnamese, whatever language the server was set up in."""
    options = "SELECT datctype IN ('C', 'POSIX') OR pg_encoding_to_char(encoding) <> 'UTF8' FROM pg_database"
    row = admin.execute(f"{options} WHERE datname = 'template0'").fetchone()
    letters = " LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'" if row and row[0] else ""
    order = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'" + letters)
    admin.execute(order.format(sql.Identifier(name), sql.Identifier(OWNER)))


def open_database(admin: Connection, name: str) -> None:
    """Let only the two roles into a database; these rights are not copied with a template."""
    database = sql.Identifier(name)
    admin.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    admin.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(APP)))


def other_sessions(where: Addresses) -> int:
    """Count the sessions of others on this server."""
    sessions = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
    with open_connection(where.superuser) as admin:
        row = admin.execute(sessions).fetchone()
    return int(row[0]) - 1 if row else 0


def script(where: Addresses, keep: Secrets | None) -> str:
    """Return the SQL for an administrator; without secrets the passwords are left open."""
    owner, app = (keep.owner_password, keep.app_password) if keep else ("…", "…")
    name = where.database
    return "\n".join(
        [
            f"CREATE ROLE {OWNER} LOGIN PASSWORD '{owner}';",
            f"CREATE ROLE {APP} LOGIN PASSWORD '{app}';",
            f'ALTER DATABASE "{name}" OWNER TO {OWNER};',
            f'GRANT CONNECT ON DATABASE "{name}" TO {APP};',
            *(f"CREATE EXTENSION IF NOT EXISTS {extension};" for extension in EXTENSIONS),
        ]
    )


def _administrator(where: Addresses) -> Connection:
    """Connect to the product's database, or to the server's own while the former does not exist."""
    try:
        return connect(where.superuser, autocommit=True, connect_timeout=CONNECT_SECONDS)
    except OperationalError as problem:
        if f'database "{where.database}" does not exist' not in str(problem):
            return open_connection(where.superuser)
    return open_connection(in_database(where.superuser, "postgres"))


def _may_create_roles(admin: Connection) -> bool:
    row = admin.execute(
        "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = CURRENT_USER"
    ).fetchone()
    return bool(row and row[0])


def _rely_on_administrator(where: Addresses) -> None:
    """Accept roles that somebody else made with our passwords, or name the SQL that makes them."""
    try:
        with connect(where.owner, autocommit=True, connect_timeout=CONNECT_SECONDS) as owner:
            check_encoding(owner)
            _add_extensions(owner)
            for statement in OWNED:
                owner.execute(statement)
        connect(where.app, connect_timeout=CONNECT_SECONDS).close()
    except (OperationalError, errors.InsufficientPrivilege):
        wanted = script(where, None).replace("\n", " ")
        raise RolesMissing(
            f"This database user may not create roles: an administrator must run `{wanted}` "
            "(`motcua db sql` prints it with the passwords)."
        ) from None


def _make_role(admin: Connection, role: str, password: str) -> None:
    found = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    verb = "ALTER" if found else "CREATE"
    admin.execute(
        sql.SQL("{} ROLE {} LOGIN PASSWORD {}").format(
            sql.SQL(verb), sql.Identifier(role), sql.Literal(password)
        )
    )


def _make_database(admin: Connection, name: str) -> None:
    database, owner = sql.Identifier(name), sql.Identifier(OWNER)
    # Only a member of a role may give it something; a superuser is a member of all.
    if not _is_superuser(admin):
        admin.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(owner))
    found = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
    try:
        if found:
            admin.execute(sql.SQL("ALTER DATABASE {} OWNER TO {}").format(database, owner))
        else:
            create_database(admin, name)
    except errors.InsufficientPrivilege:
        raise RolesMissing(
            "This database user cannot give the database away: an administrator must run "
            f'`ALTER DATABASE "{name}" OWNER TO {OWNER};`.'
        ) from None


def _is_superuser(admin: Connection) -> bool:
    row = admin.execute("SELECT rolsuper FROM pg_roles WHERE rolname = CURRENT_USER").fetchone()
    return bool(row and row[0])


def _add_extensions(connection: Connection) -> None:
    for extension in EXTENSIONS:
        order = sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
        try:
            connection.execute(order)
        except (errors.FeatureNotSupported, errors.UndefinedFile):
            raise DatabaseUnfit(
                f"The database server lacks the extension {extension}: install its contrib package."
            ) from None
