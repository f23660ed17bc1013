package io.godwit.universal;

import io.godwit.operation.Grant;
import io.godwit.operation.Operation;
import io.godwit.operation.Revoke;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads GRANT and REVOKE on tables, from behind the first word. For one thread. */
final class PrivilegeParser {

    private static final Set<String> OTHER_OBJECTS = Set.of(
            "sequence",
            "schema",
            "function",
            "procedure",
            "routine",
            "database",
            "type",
            "domain",
            "language",
            "tablespace",
            "foreign",
            "large",
            "parameter",
            "all");

    private final Reading reading;
    private final TokenReader tokens;
    private final int start;

    PrivilegeParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.start = tokens.at();
    }

    List<Operation> operations(boolean grants) {
        List<String> privileges = privileges();
        tokens.expect("on");
        if (tokens.areWords("schema", "public") && !reading.passesUnknown()) {
            tokens.takeRest();
            reading.note("privileges on the schema public are left out: the host's login decides about its schema");
            return List.of();
        }
        if (OTHER_OBJECTS.contains(tokens.peek().text())) {
            throw unsupported("privileges on a " + tokens.peek().text());
        }
        tokens.accept("table");
        List<TableName> tables = new ArrayList<>();
        do {
            tables.add(reading.tableName());
        } while (tokens.acceptSymbol(","));
        tokens.expect(grants ? "to" : "from");
        List<Operation> operations = new ArrayList<>();
        for (Name role : roles()) {
            for (TableName table : tables) {
                operations.add(grants ? new Grant(privileges, table, role) : new Revoke(privileges, table, role));
            }
        }
        return operations;
    }

    private List<String> privileges() {
        List<String> privileges = new ArrayList<>();
        do {
            privileges.add(tokens.label().text());
            tokens.accept("privileges");
            if (tokens.isSymbol("(") || !(tokens.isWord("on") || tokens.isSymbol(","))) {
                throw unsupported("privileges on columns, and of roles");
            }
        } while (tokens.acceptSymbol(","));
        return privileges;
    }

    private List<Name> roles() {
        List<Name> roles = new ArrayList<>();
        do {
            boolean quoted = tokens.peek().kind() == Token.Kind.NAME;
            Name role = tokens.label();
            if (!quoted
                    && Set.of("public", "current_user", "session_user", "current_role", "group")
                            .contains(role.text())) {
                throw unsupported("privileges of " + role);
            }
            roles.add(role);
        } while (tokens.acceptSymbol(","));
        if (tokens.isWord("with") || tokens.isWord("granted")) {
            throw unsupported("privileges with options");
        }
        reading.cascade();
        return roles;
    }

    private RuntimeException unsupported(String construct) {
        return reading.unsupported(
                start,
                construct,
                "portable privileges are those of a role on a table or view",
                "GRANT … ON a table TO a role, or an engine's own key");
    }
}
