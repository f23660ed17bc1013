package io.godwit.dialect.sqlite;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as the text of its CREATE TABLE has it. Immutable.
 *
 * @param name its name
 * @param columns in order
 * @param keys primary key, unique constraints and foreign keys, of columns and of the table
 * @param checks conditions of the table
 * @param options what follows the closing bracket
 * @param comment null for none
 */
record ParsedTable(
        String name,
        List<ParsedColumn> columns,
        List<ParsedKey> keys,
        List<ParsedColumn.ParsedCheck> checks,
        Set<SqliteOptions> options,
        @Nullable String comment) {

    ParsedTable {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        checks = List.copyOf(checks);
        options = Set.copyOf(options);
    }

    /** The columns of its primary key; empty for none. */
    List<String> primaryKey() {
        return keys.stream()
                .filter(key -> key.kind() == ParsedKey.Kind.PRIMARY)
                .findFirst()
                .map(ParsedKey::columns)
                .orElse(List.of());
    }

    /** The tables that its foreign keys refer to, as they are written. */
    List<String> targets() {
        return keys.stream()
                .map(ParsedKey::target)
                .filter(Objects::nonNull)
                .map(ParsedKey.Target::table)
                .toList();
    }
}
