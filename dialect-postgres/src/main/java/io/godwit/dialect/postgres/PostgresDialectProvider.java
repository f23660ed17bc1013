package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Answers for PostgreSQL itself, not for other databases that speak its protocol. */
public final class PostgresDialectProvider implements DialectProvider {

    /** What {@code version()} says of databases that the driver calls PostgreSQL and whose catalogs or DDL differ. */
    private static final List<String> OTHERS =
            List.of("CockroachDB", "Redshift", "Greenplum", "-YB-", "Materialize", "QuestDB", "CrateDB");

    /** For {@link java.util.ServiceLoader}, and for hosts that register providers themselves. */
    public PostgresDialectProvider() {}

    @Override
    public String engine() {
        return PostgresDialect.ENGINE;
    }

    @Override
    public Optional<Dialect> forDatabase(DatabaseMetaData metadata) throws SQLException {
        if (!"PostgreSQL".equals(metadata.getDatabaseProductName()) || isAnother(metadata)) {
            return Optional.empty();
        }
        PostgresVersion version = new PostgresVersion(metadata.getDatabaseMajorVersion());
        if (!version.atLeast(PostgresVersion.OLDEST.major())) {
            throw new UnsupportedByDialectException(new Unsupported(
                    engine(),
                    "version " + version,
                    "it is older than " + PostgresVersion.OLDEST,
                    "upgrade the server"));
        }
        return Optional.of(new PostgresDialect(version));
    }

    private static boolean isAnother(DatabaseMetaData metadata) throws SQLException {
        try (Statement statement = metadata.getConnection().createStatement();
                ResultSet result = statement.executeQuery("SELECT version()")) {
            if (!result.next()) {
                return true;
            }
            String version = result.getString(1);
            return !version.startsWith("PostgreSQL") || OTHERS.stream().anyMatch(version::contains);
        }
    }

    @Override
    public Dialect forVersion(String version) {
        return new PostgresDialect(PostgresVersion.parse(version));
    }

    /** Every major version. */
    @Override
    public List<String> versions() {
        return IntStream.rangeClosed(PostgresVersion.OLDEST.major(), PostgresVersion.NEWEST.major())
                .mapToObj(Integer::toString)
                .toList();
    }
}
