package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.dialect.Term;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.universal.QueryTree.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what stands in FROM, and makes its columns known. For one thread. */
final class RelationWriter {

    private static final Set<String> CATALOGS = Set.of("information_schema", "pg_catalog");

    private final Translation translation;
    private final Scope scope;

    RelationWriter(Translation translation, Scope scope) {
        this.translation = translation;
        this.scope = scope;
    }

    String write(List<Relation> relations) {
        return relations.stream().map(this::write).collect(Collectors.joining(", "));
    }

    String write(Relation relation) {
        if (relation instanceof QueryTree.Table table) {
            return table(table);
        }
        if (relation instanceof QueryTree.Derived derived) {
            return derived(derived);
        }
        if (relation instanceof QueryTree.Rows rows) {
            return rows(rows);
        }
        return join((QueryTree.Join) relation);
    }

    /** A table by its name, whether a statement reads or changes it. */
    String table(QueryTree.Table table) {
        Columns common = table.qualifiers().isEmpty() ? scope.commonTable(table.name()) : null;
        Name alias = table.alias();
        if (!table.columns().isEmpty() && !translation.passesUnknown()) {
            throw translation.unsupported(
                    table.at(),
                    "a list of columns after an alias",
                    "not every engine has it",
                    "the names after AS inside the query");
        }
        if (common != null) {
            scope.add(alias == null ? table.name() : alias, common.renamed(table.columns()));
            return translation.syntax().name(table.name()) + alias(alias, table.columns());
        }
        TableName name = name(table);
        requireNoCatalog(table);
        scope.read(name);
        Columns columns = new KnownColumns(translation).of(name);
        scope.add(alias == null ? table.name() : alias, columns.renamed(table.columns()));
        if (scope.isChangedAround(name) && !translation.passesUnknown()) {
            return translation.forms().readsChanged(translation.syntax().table(name))
                    + alias(alias == null ? table.name() : alias, List.of());
        }
        return translation.syntax().table(name) + implicitAlias(table, alias) + alias(alias, table.columns());
    }

    /** A folded name is not what the author qualifies columns by, so the author's name becomes the alias. */
    private String implicitAlias(QueryTree.Table table, @Nullable Name alias) {
        boolean folded = alias == null && !table.qualifiers().isEmpty() && !translation.passesUnknown();
        return folded ? " AS " + translation.syntax().name(table.name()) : "";
    }

    private void requireNoCatalog(QueryTree.Table table) {
        boolean catalog = !table.qualifiers().isEmpty()
                && CATALOGS.contains(table.qualifiers().get(0).text());
        if (catalog && !translation.passesUnknown()) {
            throw translation.unsupported(
                    table.at(),
                    "the catalog " + table.qualifiers().get(0) + "." + table.name(),
                    "other engines' catalogs are not PostgreSQL's",
                    "IF EXISTS or IF NOT EXISTS in the statement that depends on it, or an engine's own key");
        }
    }

    TableName name(QueryTree.Table table) {
        if (table.qualifiers().size() > 1) {
            throw translation.source().invalid(table.at(), "a table has one schema at most before its name");
        }
        return table.qualifiers().isEmpty()
                ? new TableName(null, table.name())
                : new TableName(table.qualifiers().get(0), table.name());
    }

    private String derived(QueryTree.Derived derived) {
        if (derived.lateral()) {
            translation.require(Clause.LATERAL, derived.at());
        }
        Scope visible = derived.lateral() ? scope : outside();
        QueryWriter.Written query =
                new QueryWriter(translation, visible).nested().write(derived.query(), true);
        Columns columns = query.columns().renamed(derived.columns());
        Name given = derived.alias();
        Name alias = given == null && !translation.passesUnknown() ? Name.of("unnamed") : given;
        scope.add(alias == null ? Name.of("unnamed") : alias, columns);
        if (!derived.columns().isEmpty() && !translation.has(Clause.COLUMN_ALIASES)) {
            return renamed(derived, query.sql(), alias);
        }
        boolean rows = derived.query().body() instanceof QueryTree.Values && !translation.passesUnknown();
        List<Name> listed = rows && derived.columns().isEmpty() && translation.has(Clause.COLUMN_ALIASES)
                ? columns.list().stream().map(Columns.Typed::name).toList()
                : derived.columns();
        return (derived.lateral() ? "LATERAL " : "") + "(" + query.sql() + ")" + alias(alias, listed);
    }

    /** A list of columns after an alias, for engines that have it in WITH only. */
    private String renamed(QueryTree.Derived derived, String query, @Nullable Name alias) {
        return "(WITH renamed " + names(derived.columns()) + " AS (" + query + ") SELECT * FROM renamed)"
                + alias(alias, List.of());
    }

    /** What a subquery in FROM may see: not its neighbours. */
    private Scope outside() {
        return scope.outside();
    }

    private String rows(QueryTree.Rows rows) {
        QueryTree.Derived known = translation.passesUnknown() ? null : RowFunctions.of(rows);
        if (known != null) {
            return derived(known);
        }
        if (!translation.passesUnknown()) {
            throw translation.unsupported(
                    rows.at(),
                    rows.call().name() + "() as a table",
                    "it has no form that gives PostgreSQL's answer",
                    "WITH RECURSIVE, generate_series() or unnest() of literals, or a statement under the engine's own key");
        }
        Term call = new ExpressionWriter(translation, scope).write(rows.call());
        Name alias = rows.alias();
        scope.add(alias == null ? Name.of(rows.call().name()) : alias, Columns.UNKNOWN);
        return (rows.lateral() ? "LATERAL " : "") + call.sql() + alias(alias, rows.columns());
    }

    private String join(QueryTree.Join join) {
        if (join.kind().equals("right")) {
            translation.require(Clause.RIGHT_JOIN, join.at());
        } else if (join.kind().equals("full")) {
            translation.require(Clause.FULL_JOIN, join.at());
        }
        String left = write(join.left());
        String right = join.right() instanceof QueryTree.Join ? "(" + write(join.right()) + ")" : write(join.right());
        if (join.natural() || !join.using().isEmpty()) {
            translation.require(Clause.JOIN_USING, join.at());
        }
        String word = switch (join.kind()) {
            case "inner" -> "JOIN";
            default -> join.kind().toUpperCase(Locale.ROOT) + " JOIN";
        };
        Node on = join.on();
        String condition = on == null
                ? ""
                : " ON "
                        + new ExpressionWriter(translation, scope).condition(on).sql();
        String using = join.using().isEmpty() ? "" : " USING " + names(join.using());
        return left + " " + (join.natural() ? "NATURAL " : "") + word + " " + right + condition + using;
    }

    private String alias(@Nullable Name alias, List<Name> columns) {
        if (alias == null) {
            return "";
        }
        boolean listed = !columns.isEmpty() && translation.has(Clause.COLUMN_ALIASES);
        return " AS " + translation.syntax().name(alias) + (listed ? names(columns) : "");
    }

    private String names(List<Name> names) {
        return names.stream().map(translation.syntax()::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
