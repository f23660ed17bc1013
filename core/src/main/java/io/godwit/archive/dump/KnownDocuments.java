package io.godwit.archive.dump;

import io.godwit.dialect.SchemaView;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the migrations that were applied said, where there are some: the words that a catalog forgets. Immutable if its view is.
 *
 * @param said the schema as they make it, in their own words
 * @param made the tables that they made, as the engine knows them
 * @param sensitive their columns that are sensitive, by table
 */
public record KnownDocuments(SchemaView said, Set<TableName> made, Function<TableName, Set<Name>> sensitive) {

    public KnownDocuments {
        made = Set.copyOf(made);
    }

    private Optional<Table> table(TableName name) {
        return said.table(name);
    }

    Optional<Column> column(TableName table, Name column) {
        return table(table).flatMap(known -> known.column(column));
    }

    @Nullable
    Check check(TableName table, @Nullable Name name) {
        return named(table(table).map(Table::checks).orElse(List.of()), Check::name, name);
    }

    @Nullable
    Index index(TableName table, @Nullable Name name) {
        return named(table(table).map(Table::indexes).orElse(List.of()), Index::name, name);
    }

    @Nullable
    Trigger trigger(TableName table, Name name) {
        return named(table(table).map(Table::triggers).orElse(List.of()), Trigger::name, name);
    }

    Optional<View> view(TableName name) {
        return said.view(name);
    }

    private static <T> @Nullable T named(List<T> all, Function<T, @Nullable Name> naming, @Nullable Name name) {
        return all.stream()
                .filter(one -> name != null && Objects.equals(naming.apply(one), name))
                .findFirst()
                .orElse(null);
    }
}
