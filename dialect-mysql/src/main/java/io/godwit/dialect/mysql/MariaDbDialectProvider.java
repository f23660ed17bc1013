package io.godwit.dialect.mysql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Answers for MariaDB, through either driver. */
public final class MariaDbDialectProvider implements DialectProvider {

    private static final ServerVersion OLDEST = new ServerVersion(10, 6, 0);
    private static final ServerVersion NEWEST = new ServerVersion(12, 9999, 9999);

    /** For {@link java.util.ServiceLoader}, and for hosts that register providers themselves. */
    public MariaDbDialectProvider() {}

    @Override
    public String engine() {
        return MariaDbDialect.ENGINE;
    }

    @Override
    public Optional<Dialect> forDatabase(DatabaseMetaData metadata) throws SQLException {
        Server server = Server.of(metadata);
        if (!server.is("MariaDB")) {
            return Optional.empty();
        }
        server.refuseOlderThan(OLDEST);
        return Optional.of(new MariaDbDialect(server.version()));
    }

    @Override
    public Dialect forVersion(String version) {
        ServerVersion known = version.isBlank() ? NEWEST : ServerVersion.parse(version);
        if (known.compareTo(OLDEST) < 0 || known.compareTo(NEWEST) > 0) {
            throw new IllegalArgumentException(
                    "'" + version + "' is no version of MariaDB that Godwit renders for: " + OLDEST + " to " + NEWEST);
        }
        return new MariaDbDialect(known);
    }

    /** The lines that are kept for long, and the newest. */
    @Override
    public List<String> versions() {
        return List.of("10.6", "10.11", "11.4", "11.8", "12");
    }
}
