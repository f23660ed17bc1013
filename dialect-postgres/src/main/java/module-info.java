/** Godwit's dialect for PostgreSQL. */
@SuppressWarnings("requires-automatic")
module io.godwit.dialect.postgres {
    requires transitive io.godwit;
    requires static org.jspecify;
    requires static org.postgresql.jdbc;

    exports io.godwit.dialect.postgres;

    provides io.godwit.dialect.DialectProvider with
            io.godwit.dialect.postgres.PostgresDialectProvider;
}
