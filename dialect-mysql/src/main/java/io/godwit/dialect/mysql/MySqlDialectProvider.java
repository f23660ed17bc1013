package io.godwit.dialect.mysql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Answers for MySQL, through either driver. */
public final class MySqlDialectProvider implements DialectProvider {

    private static final ServerVersion OLDEST = new ServerVersion(8, 0, 13);
    private static final ServerVersion NEWEST = new ServerVersion(9, 9999, 9999);

    /** For {@link java.util.ServiceLoader}, and for hosts that register providers themselves. */
    public MySqlDialectProvider() {}

    @Override
    public String engine() {
        return MySqlDialect.ENGINE;
    }

    @Override
    public Optional<Dialect> forDatabase(DatabaseMetaData metadata) throws SQLException {
        Server server = Server.of(metadata);
        if (!server.is("MySQL")) {
            return Optional.empty();
        }
        server.refuseOlderThan(OLDEST);
        return Optional.of(new MySqlDialect(server.version()));
    }

    @Override
    public Dialect forVersion(String version) {
        ServerVersion known = version.isBlank() ? NEWEST : ServerVersion.parse(version);
        if (known.compareTo(OLDEST) < 0 || known.compareTo(NEWEST) > 0) {
            throw new IllegalArgumentException(
                    "'" + version + "' is no version of MySQL that Godwit renders for: " + OLDEST + " to " + NEWEST);
        }
        return new MySqlDialect(known);
    }

    /** The oldest, and the last of each line. */
    @Override
    public List<String> versions() {
        return List.of(OLDEST.toString(), "8.0", "8.4", "9");
    }
}
