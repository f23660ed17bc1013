package io.godwit.dialect.mysql;

import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The index that InnoDB makes for a foreign key that no other index serves: it has the key's name and does not go with it. */
final class ForeignKeyIndex {

    private ForeignKeyIndex() {}

    /** The clauses of ALTER TABLE that drop the key and the index that was made for it. */
    static List<String> drop(MySqlText text, Table table, ForeignKey key) {
        Name name = Objects.requireNonNull(key.name());
        String dropKey = "DROP FOREIGN KEY " + text.name(name);
        return isItsOwn(table, key) ? List.of(dropKey, "DROP INDEX " + text.name(name)) : List.of(dropKey);
    }

    /**
     * The clauses of ALTER TABLE that give foreign keys an index again where a change takes the last one that serves them: the engine
     * would not let it go otherwise.
     */
    static List<String> keep(MySqlText text, Table before, Table after) {
        List<String> clauses = new ArrayList<>();
        for (ForeignKey key : after.foreignKeys()) {
            boolean served = others(before).anyMatch(columns -> begins(columns, key.columns()));
            boolean stays = others(after).anyMatch(columns -> begins(columns, key.columns()));
            if (served && !stays) {
                clauses.add("ADD INDEX " + text.name(Objects.requireNonNull(key.name())) + " ("
                        + text.names(key.columns()) + ")");
            }
        }
        return clauses;
    }

    /** The names that InnoDB gives by itself tell nothing of the index. */
    private static boolean isItsOwn(Table table, ForeignKey key) {
        boolean unnamed = String.valueOf(key.name()).matches(".*_ibfk_[0-9]+|[0-9]+");
        boolean shared = table.foreignKeys().stream()
                .filter(other -> !other.equals(key))
                .anyMatch(other -> begins(other.columns(), key.columns()) || begins(key.columns(), other.columns()));
        return !unnamed && !shared && others(table).noneMatch(columns -> begins(columns, key.columns()));
    }

    private static Stream<List<Name>> others(Table table) {
        Stream<List<Name>> primary = table.primaryKey() == null
                ? Stream.empty()
                : Stream.of(table.primaryKey().columns());
        Stream<List<Name>> uniques = table.uniques().stream().map(unique -> unique.columns());
        Stream<List<Name>> indexes = table.indexes().stream()
                .filter(index -> index.method() != IndexMethod.FULLTEXT)
                .map(ForeignKeyIndex::columns);
        return Stream.of(primary, uniques, indexes).flatMap(all -> all);
    }

    private static List<Name> columns(Index index) {
        return index.columns().stream()
                .takeWhile(part -> part.name() != null)
                .map(IndexColumn::name)
                .toList();
    }

    private static boolean begins(List<Name> columns, List<Name> with) {
        return columns.size() >= with.size() && columns.subList(0, with.size()).equals(with);
    }
}
