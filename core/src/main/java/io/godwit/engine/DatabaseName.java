package io.godwit.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** What a plugin is called that is made of a database. Stateless. */
final class DatabaseName {

    private DatabaseName() {}

    /** The database's own name, or that of its file; letters, digits and hyphens only. */
    static String of(Connection connection) throws SQLException {
        String catalog = connection.getCatalog();
        String name = catalog == null || catalog.isBlank()
                ? file(connection.getMetaData().getURL())
                : catalog;
        String id = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[-_]+|[-_]+$", "");
        return id.isEmpty() ? "database" : id;
    }

    private static String file(String url) {
        String path = url.replaceAll("[?;].*", "").replaceAll(".*[/\\\\:]", "");
        int dot = path.lastIndexOf('.');
        return dot > 0 ? path.substring(0, dot) : path;
    }
}
