package io.godwit.dialect.sqlite;

import io.godwit.dialect.PrivilegeCheck;
import io.godwit.dialect.PrivilegeLack;
import io.godwit.dialect.PrivilegeNeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** SQLite has no logins: a connection writes all of its file or nothing. */
final class SqlitePrivileges implements PrivilegeCheck {

    @Override
    public List<PrivilegeLack> lacks(Connection connection, List<PrivilegeNeed> needs) throws SQLException {
        if (connection.isReadOnly() || first(connection, "PRAGMA query_only").equals("1")) {
            return lacks(
                    needs, "writing through this connection", "open it without read-only (PRAGMA query_only = OFF)");
        }
        String file = first(connection, "SELECT file FROM pragma_database_list WHERE name = 'main'");
        return file.isEmpty() || Files.isWritable(Path.of(file))
                ? List.of()
                : lacks(needs, "writing the file " + file, "let the user of this process write to it");
    }

    private static List<PrivilegeLack> lacks(List<PrivilegeNeed> needs, String privilege, String remedy) {
        return needs.stream()
                .map(need -> new PrivilegeLack(need, privilege, remedy))
                .toList();
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            String text = row.next() ? row.getString(1) : null;
            return text == null ? "" : text;
        }
    }
}
