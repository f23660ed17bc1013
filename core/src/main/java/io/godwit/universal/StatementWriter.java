package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.universal.StatementTree.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes INSERT, UPDATE and DELETE as the engine's SQL. For one thread. */
final class StatementWriter {

    private final Translation translation;
    private final Scope scope = new Scope(null);
    private final RelationWriter relations;
    private final ExpressionWriter expressions;

    StatementWriter(Translation translation) {
        this.translation = translation;
        this.relations = new RelationWriter(translation, scope);
        this.expressions = new ExpressionWriter(translation, scope);
    }

    String write(StatementTree statement) {
        if (statement instanceof StatementTree.Insert insert) {
            return insert(insert);
        }
        if (statement instanceof StatementTree.Update update) {
            return update(update);
        }
        if (statement instanceof StatementTree.Delete delete) {
            return delete(delete);
        }
        return new QueryWriter(translation, Scope.NONE).whole(((StatementTree.Query) statement).query());
    }

    private String insert(StatementTree.Insert insert) {
        List<String> parts = new ArrayList<>();
        String with = with(insert.with());
        boolean leads = translation.has(Clause.WITH_BEFORE_INSERT);
        parts.add(leads ? with : "");
        Columns columns = new KnownColumns(translation).of(relations.name(insert.target()));
        String target = target(insert.target());
        String table = translation.syntax().table(relations.name(insert.target()));
        parts.add(translation.forms().insertInto(table, target.substring(table.length())));
        List<Name> listed = listed(insert);
        boolean numbers = new NumberedColumn(translation, relations.name(insert.target())).isIn(listed);
        parts.add(insert.columns().isEmpty() && !numbers ? "" : names(listed));
        String overriding = insert.overriding();
        if (overriding != null) {
            translation.require(Clause.OVERRIDING, insert.target().at());
            parts.add("OVERRIDING " + overriding.toUpperCase(Locale.ROOT) + " VALUE");
        }
        QueryTree query = insert.query();
        if (!leads && !with.isEmpty()) {
            requireSelect(insert, query);
            parts.add(with);
        }
        parts.add(query == null ? translation.forms().defaultRow() : source(insert, query, columns));
        StatementTree.Conflict conflict = insert.conflict();
        parts.add(
                conflict == null ? "" : new ConflictWriter(translation, scope, this).write(conflict, insert, columns));
        parts.add(returning(insert.returning()));
        String text = QueryWriter.joined(parts);
        return numbers ? translation.forms().insertNumbers(table, text) : text;
    }

    /** The columns that get values, as far as they are known. */
    private List<Name> listed(StatementTree.Insert insert) {
        QueryTree query = insert.query();
        if (!insert.columns().isEmpty() || query == null) {
            return insert.columns();
        }
        List<Name> all = new KnownColumns(translation)
                .of(relations.name(insert.target())).list().stream()
                        .map(Columns.Typed::name)
                        .toList();
        return all.subList(0, Math.min(query.width(all.size()), all.size()));
    }

    /** WITH can stand before a SELECT instead, but not before VALUES or another WITH. */
    private void requireSelect(StatementTree.Insert insert, @Nullable QueryTree query) {
        if (query == null || !query.with().isEmpty() || !(query.body() instanceof QueryTree.Select)) {
            translation.require(Clause.WITH_BEFORE_INSERT, insert.target().at());
        }
    }

    private String source(StatementTree.Insert insert, QueryTree query, Columns columns) {
        List<Name> targets = insert.columns().isEmpty()
                ? columns.list().stream().map(Columns.Typed::name).toList()
                : insert.columns();
        KnownColumns known = new KnownColumns(translation);
        List<ValueType> types = targets.stream()
                .map(target -> known.type(columns, target, insert.target().at()))
                .toList();
        QueryTree unambiguous = insert.conflict() == null || translation.passesUnknown() ? query : withWhere(query);
        return new QueryWriter(translation, withOnly())
                .into(types)
                .nested()
                .write(unambiguous, false)
                .sql();
    }

    /** WITH's tables, without the target, which the rows to insert cannot name. */
    private Scope withOnly() {
        Scope tables = new Scope(null);
        scope.copyCommonTables(tables);
        return tables;
    }

    /** After a SELECT without WHERE, some parsers take ON CONFLICT for a join's ON. */
    private static QueryTree withWhere(QueryTree query) {
        return query.withBody(withWhere(query.body()));
    }

    private static QueryTree.Body withWhere(QueryTree.Body body) {
        if (body instanceof QueryTree.Select select && select.where() == null) {
            return select.withWhere(new Node.Constant(select.at(), Node.Constant.Kind.BOOLEAN, "true"));
        }
        if (body instanceof QueryTree.SetOperation operation) {
            return new QueryTree.SetOperation(
                    operation.at(), operation.kind(), operation.all(), operation.left(), withWhere(operation.right()));
        }
        if (body instanceof QueryTree.Nested nested) {
            List<QueryTree.Item> all = List.of(new QueryTree.Item(new Node.Star(nested.at(), List.of()), null));
            return withWhere(QueryTree.Select.of(
                    nested.at(),
                    all,
                    new QueryTree.Derived(nested.at(), false, nested.query(), Name.of("nested"), List.of()),
                    null));
        }
        return body;
    }

    private String update(StatementTree.Update update) {
        List<String> parts = new ArrayList<>();
        scope.change(relations.name(update.target()));
        parts.add(with(update.with()));
        requireWith(update.with());
        Columns columns = new KnownColumns(translation).of(relations.name(update.target()));
        String target = relations.table(update.target());
        String label = label(update.target());
        String from = relations.write(update.from());
        Map<String, String> values = assignments(relations.name(update.target()), !from.isEmpty(), columns)
                .values(update.assignments());
        if (from.isEmpty()) {
            parts.add("UPDATE " + (label.isEmpty() ? target : label));
            parts.add("SET " + translation.forms().assignments(values));
            parts.add(label.isEmpty() ? "" : "FROM " + target);
        } else {
            translation.require(Clause.UPDATE_FROM, update.from().get(0).at());
            int at = update.target().at();
            parts.add(translation
                    .placed(
                            at,
                            () -> Term.atom(
                                    translation.forms().updateFrom(target, qualifier(update.target()), from, values)))
                    .sql());
        }
        parts.add(where(update.where()));
        parts.add(returning(update.returning()));
        return QueryWriter.joined(parts);
    }

    private String delete(StatementTree.Delete delete) {
        List<String> parts = new ArrayList<>();
        scope.change(relations.name(delete.target()));
        parts.add(with(delete.with()));
        requireWith(delete.with());
        String target = relations.table(delete.target());
        String table = translation.syntax().table(relations.name(delete.target()));
        String alias = target.substring(table.length());
        if (delete.using().isEmpty()) {
            parts.add(translation.forms().deleteFrom(table, alias));
            parts.add(where(delete.where()));
        } else {
            String others = relations.write(delete.using());
            parts.add(translation.forms().deleteUsing(table, alias, others, where(delete.where())));
            requireNoOthers(delete);
        }
        parts.add(returning(delete.returning()));
        return QueryWriter.joined(parts);
    }

    /** What is returned may name the other tables, which only PostgreSQL lets it. */
    private void requireNoOthers(StatementTree.Delete delete) {
        if (!delete.returning().isEmpty() && !translation.passesUnknown()) {
            throw translation.unsupported(
                    delete.returning().get(0).value().at(),
                    "RETURNING of DELETE … USING",
                    "the other tables are not seen there",
                    Clause.RETURNING.alternative());
        }
    }

    private String qualifier(QueryTree.Table target) {
        Name alias = target.alias();
        return translation.syntax().name(alias == null ? target.name() : alias);
    }

    /** The name that stands for the table in a statement of its own kind; empty where the table stands there itself. */
    private String label(QueryTree.Table target) {
        boolean named = target.alias() != null || !target.qualifiers().isEmpty();
        return named && !translation.has(Clause.TARGET_ALIAS) ? qualifier(target) : "";
    }

    private String target(QueryTree.Table target) {
        String text = relations.table(target);
        if (target.alias() != null) {
            translation.require(Clause.TARGET_ALIAS, target.at());
        }
        return translation.has(Clause.TARGET_ALIAS)
                ? text
                : translation.syntax().table(relations.name(target));
    }

    private void requireWith(With with) {
        if (!with.tables().isEmpty()) {
            translation.require(Clause.WITH_BEFORE_UPDATE, with.at());
        }
    }

    private String with(With with) {
        return new QueryWriter(translation, scope).with(with.tables(), with.recursive(), with.at(), scope);
    }

    String where(@Nullable Node where) {
        return where == null ? "" : "WHERE " + expressions.condition(where).sql();
    }

    /** What stands after SET; {@code joined} where other tables do so too. */
    AssignmentWriter assignments(TableName table, boolean joined, Columns columns) {
        return new AssignmentWriter(translation, expressions, table, columns, joined);
    }

    private String returning(List<QueryTree.Item> items) {
        if (items.isEmpty()) {
            return "";
        }
        if (!translation.passesUnknown() && items.stream().allMatch(StatementWriter::isPlain)) {
            // Nobody reads the rows of a migration, and plain columns cannot fail.
            items.forEach(item -> check(item.value()));
            return "";
        }
        translation.require(Clause.RETURNING, items.get(0).value().at());
        return items.stream()
                .map(item -> item.value() instanceof Node.Star
                        ? "*"
                        : expressions.write(item.value()).sql() + " AS "
                                + translation.syntax().name(OutputName.of(item)))
                .collect(Collectors.joining(", ", "RETURNING ", ""));
    }

    private static boolean isPlain(QueryTree.Item item) {
        return item.value() instanceof Node.Star || item.value() instanceof Node.ColumnReference;
    }

    private void check(Node plain) {
        if (plain instanceof Node.ColumnReference) {
            expressions.write(plain);
        }
    }

    String names(List<Name> names) {
        return names.stream().map(translation.syntax()::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
