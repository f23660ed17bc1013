package io.godwit.changelog;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Arrays;
import java.util.List;
import liquibase.database.Database;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/** What a changelog's names are called on one engine once Liquibase has written them. For one thread. */
record ConvertedNames(Database database) {

    /** A table, view or sequence; the target's default schema unless one is named. */
    TableName table(@Nullable String schema, @Nullable String name) {
        Name own = name(name);
        return schema == null || schema.isBlank() ? new TableName(null, own) : new TableName(name(schema), own);
    }

    /** As the engine keeps it: what Liquibase quotes stays, and what it leaves bare is folded. */
    Name name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new UnconvertedException("a name is missing");
        }
        String bare = name.strip();
        String written = database.escapeObjectName(bare, Table.class);
        if (written == null || written.equals(bare)) {
            return Name.of(database.correctObjectName(bare, Table.class));
        }
        return Name.of(unquoted(written));
    }

    /** Names apart by commas. */
    List<Name> names(@Nullable String names) {
        return Arrays.stream((names == null ? "" : names).split(",", -1))
                .map(String::strip)
                .map(this::name)
                .toList();
    }

    private static String unquoted(String written) {
        boolean quoted =
                written.length() > 2 && !Character.isLetterOrDigit(written.charAt(0)) && written.charAt(0) != '_';
        return quoted ? written.substring(1, written.length() - 1) : written;
    }
}
