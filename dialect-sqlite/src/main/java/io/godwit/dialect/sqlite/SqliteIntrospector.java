package io.godwit.dialect.sqlite;

import io.godwit.dialect.Introspector;
import io.godwit.schema.EngineObject;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.Schema;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema from the CREATE statements that SQLite keeps, for the pragmas know no names of constraints, no checks and no
 * comments. Stateless and thread-safe.
 */
final class SqliteIntrospector implements Introspector {

    /** Bytes of a row and its place in a page. */
    private static final int SMALLEST_ROW = 8;

    SqliteIntrospector() {}

    @Override
    public Schema read(Connection connection) throws SQLException {
        List<CatalogEntry> all = new Catalog(connection).all();
        return Schema.of(tables(all, name -> true), views(all).values(), List.of());
    }

    /** The texts are read in one pass, for they have no index; what takes time is to parse them. */
    @Override
    public List<Table> tables(Connection connection, Set<TableName> names) throws SQLException {
        return tables(new Catalog(connection).all(), name -> names.contains(TableName.of(name)));
    }

    private static List<Table> tables(List<CatalogEntry> all, Predicate<String> wanted) throws SQLException {
        Map<String, List<CatalogEntry>> byTable = new HashMap<>();
        all.forEach(entry -> byTable.computeIfAbsent(key(entry.table()), table -> new ArrayList<>())
                .add(entry));
        Map<String, View> views = views(all);
        List<Table> tables = new ArrayList<>();
        for (CatalogEntry entry : all) {
            boolean table = entry.isForeign() && entry.isTable() && !views.containsKey(key(entry.name()));
            if (table && wanted.test(entry.name())) {
                tables.add(new TableReader(
                                entry, TableName.of(entry.name()), target -> primaryKey(byTable.get(key(target))))
                        .read(byTable.getOrDefault(key(entry.name()), List.of())));
            }
        }
        return tables;
    }

    @Override
    public Optional<Table> table(Connection connection, TableName name) throws SQLException {
        Catalog catalog = new Catalog(connection);
        String physical = name.folded().text();
        List<CatalogEntry> entries = catalog.of(physical);
        Optional<CatalogEntry> found = entries.stream()
                .filter(entry -> entry.isForeign() && entry.isTable())
                .findFirst();
        if (found.isEmpty() || catalog.exists(new MaterializedView(name).query().text())) {
            return Optional.empty();
        }
        CatalogEntry entry = found.get();
        TableName called = entry.name().equals(physical) ? name : TableName.of(entry.name());
        return Optional.of(new TableReader(entry, called, target -> primaryKey(catalog.of(target))).read(entries));
    }

    /** SQLite counts no rows: at most the last row's number, and at most what the file has room for, so that sparse keys do not lie. */
    @Override
    public OptionalLong estimatedRows(Connection connection, TableName name) throws SQLException {
        String sql = "SELECT min((SELECT max(rowid) FROM " + new SqliteSyntax().table(name) + "),"
                + " (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) / " + SMALLEST_ROW + ")";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            long last = rows.next() ? rows.getLong(1) : 0;
            return last > 0 ? OptionalLong.of(last) : OptionalLong.empty();
        }
    }

    @Override
    public Optional<View> view(Connection connection, TableName name) throws SQLException {
        Catalog catalog = new Catalog(connection);
        String physical = name.folded().text();
        Name query = new MaterializedView(name).query();
        List<CatalogEntry> entries = new ArrayList<>(catalog.of(query.text()));
        boolean materialized = !entries.isEmpty();
        if (!materialized) {
            entries.addAll(catalog.of(physical));
        }
        return entries.stream()
                .filter(entry -> entry.type().equals("view") && (materialized || entry.isForeign()))
                .findFirst()
                .map(entry -> new View(
                        name, query(entry), materialized, materialized ? List.of() : triggers(entries, entry)));
    }

    /** SQLite has none. */
    @Override
    public Optional<Sequence> sequence(Connection connection, TableName name) {
        return Optional.empty();
    }

    /** A schema is a part of the names in it, so that every one is there. */
    @Override
    public boolean hasSchema(Connection connection, Name name) {
        return true;
    }

    @Override
    public List<Table> referencing(Connection connection, TableName name) throws SQLException {
        Catalog catalog = new Catalog(connection);
        String physical = name.folded().text();
        List<Table> referencing = new ArrayList<>();
        for (CatalogEntry entry : catalog.mentioning(physical)) {
            boolean refers = entry.isForeign()
                    && entry.isTable()
                    && TableParser.parse(entry.sql()).targets().stream().anyMatch(physical::equalsIgnoreCase);
            TableName other = entry.name().equalsIgnoreCase(physical) ? name : TableName.of(entry.name());
            if (refers) {
                table(connection, other).map(table -> calling(table, name)).ifPresent(referencing::add);
            }
        }
        return referencing;
    }

    @Override
    public Map<TableName, List<Table>> referencing(Connection connection, Set<TableName> names) throws SQLException {
        Map<TableName, List<Table>> referencing = new HashMap<>();
        names.forEach(name -> referencing.put(name, new ArrayList<>()));
        List<CatalogEntry> all = new Catalog(connection).all();
        Set<String> referring = all.stream()
                .filter(entry -> entry.isTable()
                        && entry.mayRefer()
                        && !TableParser.parse(entry.sql()).targets().isEmpty())
                .map(CatalogEntry::name)
                .collect(Collectors.toSet());
        for (Table table : tables(all, referring::contains)) {
            names.stream()
                    .filter(name -> refersTo(table, name))
                    .forEach(name -> referencing.get(name).add(calling(calledAs(table, name), name)));
        }
        return referencing;
    }

    private static boolean refersTo(Table table, TableName target) {
        return table.foreignKeys().stream().anyMatch(key -> isSame(key.table(), target));
    }

    private static Table calledAs(Table table, TableName name) {
        return isSame(table.name(), name) ? table.withName(name) : table;
    }

    private static boolean isSame(TableName one, TableName other) {
        return one.folded().text().equalsIgnoreCase(other.folded().text());
    }

    /** The table with its foreign keys to {@code target} naming it as the caller does. */
    private static Table calling(Table table, TableName target) {
        return table.withForeignKeys(table.foreignKeys().stream()
                .map(key -> isSame(key.table(), target)
                        ? new ForeignKey(
                                key.name(), key.columns(), target, key.referenced(), key.onDelete(), key.onUpdate())
                        : key)
                .toList());
    }

    private static List<String> primaryKey(@Nullable List<CatalogEntry> entries) {
        return entries == null
                ? List.of()
                : entries.stream()
                        .filter(CatalogEntry::isTable)
                        .findFirst()
                        .map(entry -> TableParser.parse(entry.sql()).primaryKey())
                        .orElse(List.of());
    }

    /** By name in lower case; a plain view that remembers a query stands for the table it fills. */
    private static Map<String, View> views(List<CatalogEntry> all) {
        Map<String, CatalogEntry> entries = new HashMap<>();
        all.stream()
                .filter(entry -> entry.type().equals("view"))
                .forEach(entry -> entries.put(key(entry.name()), entry));
        Map<String, View> views = new HashMap<>();
        for (CatalogEntry entry : all) {
            TableName name = TableName.of(entry.name());
            CatalogEntry query =
                    entries.get(key(new MaterializedView(name).query().text()));
            if (entry.type().equals("table") && query != null) {
                views.put(key(entry.name()), new View(name, query(query), true));
            } else if (entry.type().equals("view") && entry.isForeign()) {
                views.put(key(entry.name()), new View(name, query(entry), false, triggers(all, entry)));
            }
        }
        return views;
    }

    /** INSTEAD OF triggers, which go with the view. */
    private static List<EngineObject> triggers(List<CatalogEntry> all, CatalogEntry view) {
        return all.stream()
                .filter(entry -> entry.type().equals("trigger") && entry.belongsTo(view.name()))
                .map(entry -> new EngineObject("trigger", Name.of(entry.name()), entry.sql()))
                .toList();
    }

    /** What follows AS; names of columns before it become those of a common table expression. */
    private static Query query(CatalogEntry view) {
        TokenReader reader = new TokenReader(view.sql());
        reader.expect("CREATE");
        reader.expect("VIEW");
        reader.accept("IF", "NOT", "EXISTS");
        reader.qualifiedName();
        String columns = reader.is("(") ? reader.bracketed() : "";
        reader.expect("AS");
        String select = ViewColumns.withoutIdleAliases(EngineText.of(reader.rest()));
        return Query.ofEngine(
                columns.isEmpty() ? select : "WITH shown(" + columns + ") AS (" + select + ") SELECT * FROM shown");
    }

    @Override
    public List<View> views(Connection connection) throws SQLException {
        return List.copyOf(views(new Catalog(connection).views()).values());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
