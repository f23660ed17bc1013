package io.godwit.dialect.mysql;

import io.godwit.schema.EngineObject;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The index behind a foreign key, which has the key's name. InnoDB makes one by itself where none serves, drops it again without a
 * word when another does, and leaves it when the key goes; so that one knows what is there, a key that Godwit named gets its index
 * from Godwit, which InnoDB leaves alone.
 */
final class ForeignKeyIndex {

    private static final String NAMED_BY_GODWIT = "fk_";

    private static final String KIND = "constraint";

    private ForeignKeyIndex() {}

    /** How the schema remembers that a key that is called as Godwit calls them has no index of its name: somebody else made it. */
    static Optional<EngineObject> served(TableName table, ForeignKey key, Set<Name> indexes) {
        Name name = Objects.requireNonNull(key.name());
        return isCalledByGodwit(key) && !indexes.contains(name)
                ? Optional.of(new EngineObject(
                        KIND, name, "ALTER TABLE " + quoted(table.folded()) + " DROP INDEX " + quoted(name)))
                : Optional.empty();
    }

    private static String quoted(Name name) {
        return "`" + name.text().replace("`", "``") + "`";
    }

    /** {@code INDEX name (columns)} for CREATE TABLE and, after ADD, for ALTER TABLE; empty for a key that somebody else named. */
    static Optional<String> definition(MySqlText text, ForeignKey key) {
        return isCalledByGodwit(key)
                ? Optional.of("INDEX " + name(text, key) + " (" + text.names(key.columns()) + ")")
                : Optional.empty();
    }

    private static String name(MySqlText text, ForeignKey key) {
        return text.name(Objects.requireNonNull(key.name()));
    }

    /** Whether InnoDB gave it its name. */
    static boolean isUnnamed(ForeignKey key) {
        return String.valueOf(key.name()).matches(".*_ibfk_[0-9]+|[0-9]+");
    }

    private static boolean isCalledByGodwit(ForeignKey key) {
        return String.valueOf(key.name()).startsWith(NAMED_BY_GODWIT);
    }

    private static boolean isNamedByGodwit(Table table, ForeignKey key) {
        return isCalledByGodwit(key)
                && table.others().stream()
                        .noneMatch(other ->
                                other.kind().equals(KIND) && other.name().equals(key.name()));
    }

    /** The clauses of ALTER TABLE that drop the key and the index that was made for it. */
    static List<String> drop(MySqlText text, Table table, ForeignKey key) {
        String dropKey = "DROP FOREIGN KEY " + name(text, key);
        return isItsOwn(table, key) ? List.of(dropKey, "DROP INDEX " + name(text, key)) : List.of(dropKey);
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
            if (served && !stays && !isNamedByGodwit(before, key)) {
                clauses.add("ADD INDEX " + name(text, key) + " (" + text.names(key.columns()) + ")");
            }
        }
        return clauses;
    }

    /** The names that InnoDB gives by itself tell nothing of the index. */
    private static boolean isItsOwn(Table table, ForeignKey key) {
        if (isNamedByGodwit(table, key)) {
            return true;
        }
        boolean unnamed = isUnnamed(key);
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
