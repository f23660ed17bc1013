/** Godwit's dialect for PostgreSQL. */
module io.godwit.dialect.postgres {
    requires transitive io.godwit;
    requires static org.jspecify;

    exports io.godwit.dialect.postgres;

    provides io.godwit.dialect.DialectProvider with
            io.godwit.dialect.postgres.PostgresDialectProvider;
}
