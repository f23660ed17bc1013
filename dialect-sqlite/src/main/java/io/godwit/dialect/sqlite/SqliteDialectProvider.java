package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The door to SQLite, from version 3.37 on, whatever the driver. Stateless and thread-safe. */
public final class SqliteDialectProvider implements DialectProvider {

    /** The newest version that the contract suite has run on. */
    private static final String NEWEST = "3.54.1";

    /** For the service loader. */
    public SqliteDialectProvider() {}

    @Override
    public String engine() {
        return SqliteDialect.ENGINE;
    }

    @Override
    public Optional<Dialect> forDatabase(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().equalsIgnoreCase("SQLite")
                ? Optional.of(forVersion(metadata.getDatabaseProductVersion()))
                : Optional.empty();
    }

    @Override
    public Dialect forVersion(String version) {
        String known = version.isBlank() ? NEWEST : version.strip();
        if (!isSupported(known)) {
            throw new IllegalArgumentException("SQLite " + version + " is not supported: Godwit needs 3.37 or newer");
        }
        return new SqliteDialect(known);
    }

    /** The oldest, those from which on it knows more forms, and the newest. */
    @Override
    public List<String> versions() {
        return List.of("3.37", "3.39", "3.44", NEWEST);
    }

    private static boolean isSupported(String version) {
        try {
            return version.matches("3(\\..*)?") && SqliteVersion.of(version).minor() >= SqliteVersion.OLDEST.minor();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
