package io.godwit.dialect.mysql;

import io.godwit.dialect.PrivilegeCheck;
import io.godwit.dialect.PrivilegeLack;
import io.godwit.dialect.PrivilegeNeed;
import io.godwit.dialect.SqlSyntax;
import io.godwit.schema.Name;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads SHOW GRANTS, which, unlike the information schema, tells on both servers what the active roles add. Who makes a table has no
 * privilege on it by that: what the plan makes is asked about like anything else.
 */
final class MySqlPrivileges implements PrivilegeCheck {

    private final SqlSyntax syntax;

    MySqlPrivileges(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public List<PrivilegeLack> lacks(Connection connection, List<PrivilegeNeed> needs) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        for (String line : column(connection, "SHOW GRANTS")) {
            Grant.read(line).ifPresent(grants::add);
        }
        List<String> session = column(connection, "SELECT coalesce(DATABASE(), '') UNION ALL SELECT CURRENT_USER()");
        if (session.size() != 2 || session.get(0).isEmpty()) {
            return List.of();
        }
        List<PrivilegeLack> lacks = new ArrayList<>();
        for (PrivilegeNeed need : needs) {
            for (String privilege : privileges(need)) {
                String table = need.object().folded().text();
                if (grants.stream().noneMatch(grant -> grant.covers(privilege, session.get(0), table))) {
                    lacks.add(lack(need, privilege, session.get(0), account(session.get(1))));
                }
            }
        }
        return lacks;
    }

    /** As the manuals' "Privileges Provided" say. Indexes come and go by ALTER TABLE. */
    private static List<String> privileges(PrivilegeNeed need) {
        return switch (need.act()) {
            case CREATE_TABLE -> List.of("CREATE");
            case CREATE_VIEW -> List.of("CREATE VIEW");
            case ALTER_TABLE -> List.of("ALTER");
            case RENAME_TABLE -> List.of("ALTER", "DROP");
            case DROP_TABLE, DROP_VIEW -> List.of("DROP");
            case CREATE_TRIGGER, DROP_TRIGGER -> List.of("TRIGGER");
            case REFER_TO -> List.of("REFERENCES");
            case INSERT_ROWS -> List.of("INSERT");
            case UPDATE_ROWS -> List.of("UPDATE");
            case DELETE_ROWS -> List.of("DELETE");
            // There are none of their own.
            case CREATE_SCHEMA, DROP_SCHEMA, CREATE_SEQUENCE, DROP_SEQUENCE -> List.of();
        };
    }

    /** On the table; for what is made, on the database, where it need not be there yet. */
    private PrivilegeLack lack(PrivilegeNeed need, String privilege, String database, String account) {
        boolean make = switch (need.act()) {
            case CREATE_TABLE, CREATE_VIEW -> true;
            default -> need.ownGround();
        };
        String on =
                name(database) + "." + (make ? "*" : name(need.object().folded().text()));
        return new PrivilegeLack(
                need,
                privilege + " on " + (make ? "database " + database : "table " + need.object()),
                "GRANT " + privilege + " ON " + on + " TO " + account + ";");
    }

    private String name(String text) {
        return syntax.name(Name.of(text));
    }

    /** {@code user@host}, of which the host has no @. */
    private String account(String user) {
        int at = user.lastIndexOf('@');
        return name(user.substring(0, at)) + "@" + name(user.substring(at + 1));
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
