package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.schema.Language;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.Optional;

/** Looks up what is known of a table's or a view's columns. */
record KnownColumns(Translation translation) {

    Columns of(TableName name) {
        Optional<Table> table = translation.schema().table(name);
        if (table.isPresent()) {
            return of(table.get());
        }
        return translation.schema().view(name).map(this::of).orElse(Columns.UNKNOWN);
    }

    /** The type of a column that a statement writes. */
    ValueType type(Columns columns, Name name, int at) {
        ValueType type = columns.type(name);
        if (type == null && translation.schema().complete() && !translation.passesUnknown()) {
            throw translation.source().invalid(at, "there is no column " + name + " in this table");
        }
        return type == null ? ValueType.UNKNOWN : type;
    }

    Columns of(Table table) {
        return Columns.of(table.columns().stream()
                .map(column -> new Columns.Typed(
                        column.name(), translation.dialect().syntax().valueType(column.type())))
                .toList());
    }

    /** A view has the columns of its query, if that is universal SQL; what introspection reads back is the engine's. */
    private Columns of(View view) {
        Query query = view.query();
        if (query.language() != Language.UNIVERSAL || translation.passesUnknown()) {
            return Columns.UNKNOWN;
        }
        Source source = new Source(query.text(), query.position());
        Translation inner = new Translation(source, translation.dialect(), translation.schema());
        return new QueryWriter(inner, Scope.NONE)
                .write(new StatementParser(source).wholeQuery(), true)
                .columns();
    }
}
