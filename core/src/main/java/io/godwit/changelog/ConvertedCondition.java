package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import liquibase.database.DatabaseList;
import liquibase.precondition.Precondition;
import liquibase.precondition.core.AndPrecondition;
import liquibase.precondition.core.ChangeSetExecutedPrecondition;
import liquibase.precondition.core.ColumnExistsPrecondition;
import liquibase.precondition.core.DBMSPrecondition;
import liquibase.precondition.core.ForeignKeyExistsPrecondition;
import liquibase.precondition.core.IndexExistsPrecondition;
import liquibase.precondition.core.NotPrecondition;
import liquibase.precondition.core.OrPrecondition;
import liquibase.precondition.core.PrimaryKeyExistsPrecondition;
import liquibase.precondition.core.RowCountPrecondition;
import liquibase.precondition.core.SequenceExistsPrecondition;
import liquibase.precondition.core.SqlPrecondition;
import liquibase.precondition.core.TableExistsPrecondition;
import liquibase.precondition.core.TableIsEmptyPrecondition;
import liquibase.precondition.core.UniqueConstraintExistsPrecondition;
import liquibase.precondition.core.ViewExistsPrecondition;
import org.jspecify.annotations.Nullable;

/** Says preconditions as one condition in an engine's SQL. For one thread. */
record ConvertedCondition(Dialect dialect, ConvertedNames names, ExecutedSets executed) {

    static final String TRUE = "1 = 1";
    static final String FALSE = "1 = 0";

    /** A SELECT that gives 1 if the condition holds. */
    static String select(String condition) {
        return "SELECT CASE WHEN " + condition + " THEN 1 ELSE 0 END";
    }

    /** @throws UnconvertedException if one of them has no form */
    String of(Precondition precondition) {
        if (precondition instanceof NotPrecondition not) {
            return joined(not.getNestedPreconditions(), each -> negated(of(each)), " AND ", TRUE, FALSE);
        } else if (precondition instanceof OrPrecondition or) {
            return joined(or.getNestedPreconditions(), this::of, " OR ", FALSE, TRUE);
        } else if (precondition instanceof AndPrecondition and) {
            return joined(and.getNestedPreconditions(), this::of, " AND ", TRUE, FALSE);
        } else if (precondition instanceof DBMSPrecondition dbms) {
            return DatabaseList.definitionMatches(dbms.getType(), names.database(), false) ? TRUE : FALSE;
        } else if (precondition instanceof ChangeSetExecutedPrecondition set) {
            return executed.answer(set);
        } else if (precondition instanceof SqlPrecondition sql) {
            return "(" + ChangeSetRenderer.withoutDelimiter(sql.getSql().strip()) + ") = "
                    + expected(String.valueOf(sql.getExpectedResult()));
        } else if (precondition instanceof RowCountPrecondition count) {
            return "(SELECT COUNT(*) FROM " + quoted(count.getSchemaName(), count.getTableName()) + ") = "
                    + count.getExpectedRows();
        } else if (precondition instanceof TableIsEmptyPrecondition empty) {
            return "NOT EXISTS (SELECT 1 FROM " + quoted(empty.getSchemaName(), empty.getTableName()) + ")";
        }
        return object(precondition);
    }

    private static String joined(
            List<Precondition> nested, Function<Precondition, String> each, String word, String none, String ends) {
        StringBuilder all = new StringBuilder();
        for (Precondition one : nested) {
            String text = each.apply(one);
            if (text.equals(ends)) {
                return ends;
            }
            if (!text.equals(none)) {
                all.append(all.isEmpty() ? "" : word).append('(').append(text).append(')');
            }
        }
        return all.isEmpty() ? none : all.toString();
    }

    private static String negated(String condition) {
        return condition.equals(TRUE) ? FALSE : condition.equals(FALSE) ? TRUE : "NOT (" + condition + ")";
    }

    private String expected(String result) {
        return result.strip().matches("-?\\d+(\\.\\d+)?")
                ? result.strip()
                : dialect.syntax().text(result);
    }

    private String quoted(@Nullable String schema, String table) {
        return dialect.syntax().table(names.table(schema, table));
    }

    private String object(Precondition precondition) {
        CatalogQuestions ask = CatalogQuestions.of(dialect);
        if (precondition instanceof TableExistsPrecondition table) {
            return ask.table(name(table.getSchemaName()), own(table.getTableName()));
        } else if (precondition instanceof ViewExistsPrecondition view) {
            return ask.view(name(view.getSchemaName()), own(view.getViewName()));
        } else if (precondition instanceof ColumnExistsPrecondition column) {
            return ask.column(name(column.getSchemaName()), own(column.getTableName()), own(column.getColumnName()));
        } else if (precondition instanceof IndexExistsPrecondition index && index.getIndexName() != null) {
            return ask.index(name(index.getSchemaName()), name(index.getTableName()), own(index.getIndexName()));
        } else if (precondition instanceof SequenceExistsPrecondition sequence) {
            return ask.sequence(name(sequence.getSchemaName()), own(sequence.getSequenceName()));
        } else if (precondition instanceof ForeignKeyExistsPrecondition key && key.getForeignKeyName() != null) {
            return ask.constraint(
                    name(key.getSchemaName()),
                    name(key.getForeignKeyTableName()),
                    own(key.getForeignKeyName()),
                    "FOREIGN KEY");
        } else if (precondition instanceof UniqueConstraintExistsPrecondition key && key.getConstraintName() != null) {
            return ask.constraint(
                    name(key.getSchemaName()), name(key.getTableName()), own(key.getConstraintName()), "UNIQUE");
        } else if (precondition instanceof PrimaryKeyExistsPrecondition key && key.getTableName() != null) {
            return ask.primaryKey(name(key.getSchemaName()), own(key.getTableName()));
        }
        throw new UnconvertedException("the precondition " + precondition.getName() + " has no portable form");
    }

    private String own(@Nullable String name) {
        return names.name(name).text();
    }

    private @Nullable String name(@Nullable String name) {
        return name == null || name.isBlank()
                ? null
                : Objects.requireNonNull(names.name(name)).text();
    }
}
