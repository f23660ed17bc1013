package io.godwit.dialect.mssql;

import io.godwit.dialect.PrivilegeCheck;
import io.godwit.dialect.PrivilegeLack;
import io.godwit.dialect.PrivilegeNeed;
import io.godwit.dialect.SqlSyntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks HAS_PERMS_BY_NAME, which knows roles, ownership and what implies what, and says NULL of what is not there. UPDATE and
 * REFERENCES may be granted on columns, of which it tells nothing: these are left to the server.
 */
final class MsSqlPrivileges implements PrivilegeCheck {

    private final SqlSyntax syntax;

    MsSqlPrivileges(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    private record Answer(int at, boolean no, String login, String schema) {}

    @Override
    public List<PrivilegeLack> lacks(Connection connection, List<PrivilegeNeed> needs) throws SQLException {
        List<Permission> asked = needs.stream()
                .flatMap(need -> Permission.of(need, syntax).stream())
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<Integer, Answer> answers = new Catalog(connection)
                        .query(
                                question(asked),
                                row -> new Answer(
                                        row.getInt(1),
                                        "0".equals(row.getString(2)),
                                        row.getString(3),
                                        row.getString(4)))
                        .stream()
                        .collect(Collectors.toMap(Answer::at, answer -> answer));
        List<PrivilegeLack> lacks = new ArrayList<>();
        for (int at = 0; at < asked.size(); at++) {
            lack(asked, at, answers).ifPresent(lacks::add);
        }
        return lacks;
    }

    /** One row for each permission; a schema that is not said is the login's default. */
    String question(List<Permission> asked) {
        List<String> rows = new ArrayList<>();
        for (Permission permission : asked) {
            rows.add("(" + rows.size() + ", " + permission.securable() + ", " + text(permission.kind()) + ", "
                    + text(permission.name()) + ")");
        }
        return "SELECT x.ordinal, HAS_PERMS_BY_NAME(x.securable, x.class, x.wanted), USER_NAME(), SCHEMA_NAME() FROM (VALUES "
                + String.join(", ", rows) + ") AS x (ordinal, securable, class, wanted)";
    }

    /** One that another may stand in for is missing only if both are. */
    private Optional<PrivilegeLack> lack(List<Permission> asked, int at, Map<Integer, Answer> answers) {
        Permission permission = asked.get(at);
        Answer answer = answers.get(at);
        boolean no = answer != null && answer.no();
        if (permission.orNext()) {
            return Optional.empty();
        }
        if (no && at > 0 && asked.get(at - 1).orNext()) {
            Answer other = answers.get(at - 1);
            no = other != null && other.no();
        }
        return no && answer != null
                ? Optional.of(permission.lack(
                        syntax.name(io.godwit.schema.Name.of(answer.login())),
                        syntax.name(io.godwit.schema.Name.of(answer.schema()))))
                : Optional.empty();
    }

    private static String text(String characters) {
        return "N'" + characters + "'";
    }
}
