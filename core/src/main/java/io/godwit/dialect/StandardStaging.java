package io.godwit.dialect;

import io.godwit.schema.Column;
import io.godwit.schema.Name;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Temporary tables and {@code UPDATE … FROM}, as PostgreSQL and SQLite have them. Stateless and thread-safe. */
public class StandardStaging implements RowStaging {

    private final Dialect dialect;

    public StandardStaging(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String table(int number) {
        return name(Name.of("godwit_rows_" + number));
    }

    @Override
    public List<String> make(String staging, RowTarget target) {
        return List.of("CREATE TEMPORARY TABLE " + staging + " AS SELECT " + target.list() + " FROM " + target.table()
                + " LIMIT 0");
    }

    @Override
    public String drop(String staging) {
        return "DROP TABLE " + staging;
    }

    @Override
    public String forget(String staging, RowTarget target, List<Name> key) {
        return "DELETE FROM " + staging + " WHERE " + exists(staging, target, key);
    }

    private String exists(String staging, RowTarget target, List<Name> key) {
        return "EXISTS (SELECT 1 FROM " + target.table() + " AS godwit_target WHERE "
                + same("godwit_target", staging, key) + ")";
    }

    @Override
    public String insert(String staging, RowTarget target, List<Name> deferred, List<Name> absent) {
        String values = target.columns().stream()
                .map(Column::name)
                .map(column -> deferred.contains(column) ? "NULL" : name(column))
                .collect(Collectors.joining(", "));
        return dialect.loader().insert(target.table(), target.list()) + " SELECT " + values + " FROM " + staging
                + (absent.isEmpty() ? "" : " WHERE NOT " + exists(staging, target, absent));
    }

    @Override
    public String update(String staging, RowTarget target, List<Name> key, List<Name> columns) {
        return "UPDATE " + target.table() + " AS godwit_target SET "
                + list(columns, column -> name(column) + " = " + staging + "." + name(column), ", ") + " FROM "
                + staging + " WHERE " + same("godwit_target", staging, key);
    }

    /** Whether the key of a row of one is that of a row of the other. */
    protected final String same(String target, String staging, List<Name> key) {
        return list(key, column -> target + "." + name(column) + " = " + staging + "." + name(column), " AND ");
    }

    protected static String list(List<Name> columns, Function<Name, String> text, String between) {
        return columns.stream().map(text).collect(Collectors.joining(between));
    }

    protected final String name(Name name) {
        return dialect.syntax().name(name);
    }
}
