package io.godwit.dialect.mysql;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * What a server says that it is.
 *
 * @param product {@code MySQL}, {@code MariaDB}, or something else that neither dialect is for
 * @param version such as 10.11.6
 */
record Server(String product, ServerVersion version) {

    private static final ServerVersion NONE = new ServerVersion(0, 0, 0);

    /** What {@code version()} and {@code @@version_comment} say of databases that speak the protocol and whose catalogs or DDL differ. */
    private static final List<String> OTHERS =
            List.of("tidb", "oceanbase", "singlestore", "memsql", "vitess", "doris", "starrocks", "databend", "dolt");

    /** Asks the server itself, since each driver calls both products by its own. */
    static Server of(DatabaseMetaData metadata) throws SQLException {
        String product = metadata.getDatabaseProductName();
        if (!product.equalsIgnoreCase("MySQL") && !product.equalsIgnoreCase("MariaDB")) {
            return new Server(product, NONE);
        }
        try (Statement statement = metadata.getConnection().createStatement();
                ResultSet row = statement.executeQuery("SELECT version(), @@version_comment")) {
            row.next();
            return named(row.getString(1), row.getString(2));
        }
    }

    private static Server named(String version, String comment) {
        String words = (version + " " + comment).toLowerCase(Locale.ROOT);
        if (OTHERS.stream().anyMatch(words::contains)) {
            return new Server(comment, NONE);
        }
        return new Server(words.contains("mariadb") ? "MariaDB" : "MySQL", ServerVersion.parse(version));
    }

    boolean is(String other) {
        return product.equals(other);
    }

    void refuseOlderThan(ServerVersion oldest) {
        if (version.compareTo(oldest) < 0) {
            throw new UnsupportedByDialectException(new Unsupported(
                    product.toLowerCase(Locale.ROOT),
                    "version " + version,
                    "it is older than " + oldest,
                    "upgrade the server"));
        }
    }
}
