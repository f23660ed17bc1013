package io.godwit.dialect.mysql;

import io.godwit.schema.EngineObject;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the keys and indexes of one table apart, which the catalog keeps alike. */
final class CatalogKeys {

    private static final Name PRIMARY = Name.of("PRIMARY");

    private final TableName table;
    private final List<ForeignKey> foreignKeys;
    private final Map<Name, List<CatalogIndexPart>> indexes = new LinkedHashMap<>();

    CatalogKeys(TableName table, List<CatalogIndexPart> parts, List<ForeignKey> foreignKeys) {
        this.table = table;
        this.foreignKeys = foreignKeys;
        parts.forEach(part ->
                indexes.computeIfAbsent(part.index(), name -> new ArrayList<>()).add(part));
    }

    /** Its name is always PRIMARY, whatever was said. */
    Optional<PrimaryKey> primaryKey(Naming naming) {
        return Optional.ofNullable(indexes.get(PRIMARY))
                .map(parts -> new PrimaryKey(naming.primaryKey(table), columns(parts)));
    }

    List<UniqueKey> uniques() {
        List<UniqueKey> uniques = new ArrayList<>();
        indexes.forEach((name, parts) -> {
            if (isConstraint(name, parts) && !EngineIndex.isOne(parts)) {
                uniques.add(new UniqueKey(name, columns(parts)));
            }
        });
        return uniques;
    }

    List<Index> indexes() {
        List<Index> found = new ArrayList<>();
        indexes.forEach((name, parts) -> {
            boolean portable = !name.equals(PRIMARY) && !EngineIndex.isOne(parts);
            if (portable && !isConstraint(name, parts) && !servesForeignKey(name, parts)) {
                found.add(index(name, parts));
            }
        });
        return found;
    }

    /** The indexes that no record can say, and what there is to say of those behind foreign keys. */
    List<EngineObject> others() {
        List<EngineObject> others = new ArrayList<>();
        indexes.forEach((name, parts) -> {
            if (!name.equals(PRIMARY) && EngineIndex.isOne(parts)) {
                others.add(new EngineIndex(name, parts).object(table));
            }
        });
        foreignKeys.forEach(
                key -> ForeignKeyIndex.served(table, key, indexes.keySet()).ifPresent(others::add));
        return others;
    }

    /** A unique index is a constraint unless it says more than one can, is marked, or is called as {@link Naming} calls indexes. */
    private static boolean isConstraint(Name name, List<CatalogIndexPart> parts) {
        return !name.equals(PRIMARY)
                && !name.text().startsWith("ux_")
                && parts.stream()
                        .allMatch(
                                part -> part.unique() && part.column() != null && !part.descending() && !part.marked());
    }

    /** InnoDB makes an index for a foreign key that has none, and calls it like the key, or for a key without a name like its column. */
    private boolean servesForeignKey(Name name, List<CatalogIndexPart> parts) {
        List<Name> columns = columns(parts);
        return !parts.get(0).unique()
                && foreignKeys.stream()
                        .filter(key -> key.columns().equals(columns))
                        .anyMatch(key -> name.equals(key.name())
                                || (ForeignKeyIndex.isUnnamed(key) && name.equals(columns.get(0))));
    }

    private static List<Name> columns(List<CatalogIndexPart> parts) {
        List<Name> columns = new ArrayList<>();
        for (CatalogIndexPart part : parts) {
            Name column = part.column();
            if (column != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static Index index(Name name, List<CatalogIndexPart> parts) {
        CatalogIndexPart first = parts.get(0);
        IndexMethod method = switch (first.type()) {
            case "FULLTEXT" -> IndexMethod.FULLTEXT;
            case "VECTOR" -> IndexMethod.VECTOR;
            default -> IndexMethod.BTREE;
        };
        String last = parts.get(parts.size() - 1).expression();
        String condition = first.unique() && last != null ? new IndexedExpression(last).condition() : null;
        List<CatalogIndexPart> shown = condition == null ? parts : parts.subList(0, parts.size() - 1);
        return new Index(
                name,
                shown.stream().map(CatalogKeys::part).toList(),
                first.unique(),
                condition == null ? null : Expression.ofEngine(condition),
                List.of(),
                method);
    }

    private static IndexColumn part(CatalogIndexPart part) {
        String text = part.expression();
        if (text == null) {
            return new IndexColumn(part.column(), null, part.descending(), null);
        }
        IndexedExpression expression = new IndexedExpression(text);
        Name column = expression.column();
        return column != null
                ? new IndexColumn(column, null, part.descending(), null)
                : new IndexColumn(null, Expression.ofEngine(expression.expression()), part.descending(), null);
    }
}
