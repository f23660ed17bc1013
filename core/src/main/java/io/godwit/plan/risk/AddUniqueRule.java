package io.godwit.plan.risk;

import io.godwit.operation.AddColumn;
import io.godwit.operation.AddUnique;
import io.godwit.operation.CreateIndex;
import io.godwit.plan.Severity;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A unique constraint or index is added to a table with rows. */
final class AddUniqueRule extends Rule {

    AddUniqueRule() {
        super(new RuleText(
                "add-unique",
                Severity.MEDIUM,
                "A unique constraint or index is added to a table with rows.",
                "It fails if two rows are equal there; writers wait while the index is built.",
                "ask for duplicates first (plan --check-data)"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (change.operation() instanceof AddUnique add) {
            return found(change, add.table(), add.key().columns(), "");
        } else if (change.operation() instanceof CreateIndex create
                && create.index().unique()) {
            return found(change, create.table(), columns(create.index()), filter(create.index()));
        } else if (change.operation() instanceof AddColumn add
                && add.column().unique()
                && add.column().defaultValue() instanceof Literal literal
                && !literal.isNull()) {
            return found(change, add.table(), List.of(), "");
        }
        return Optional.empty();
    }

    private Optional<Risk> found(Change change, TableName table, List<Name> columns, String filter) {
        if (!change.isOld(table)) {
            return Optional.empty();
        }
        Rows rows = change.rows(table);
        Optional<Risk> found = rows.failure(Severity.MEDIUM)
                .map(severity -> risk(severity, "makes " + columns + " of " + table + " unique" + rows.words())
                        .safer(change.gentler()));
        return columns.isEmpty() ? found : found.map(risk -> risk.asking(Duplicates.in(table, columns, filter)));
    }

    /** Empty where an expression is among them: that question only the engine's own SQL can put. */
    private static List<Name> columns(Index index) {
        List<Name> names = new ArrayList<>();
        for (IndexColumn column : index.columns()) {
            Name name = column.name();
            if (name == null) {
                return List.of();
            }
            names.add(name);
        }
        return names;
    }

    private static String filter(Index index) {
        Expression where = index.where();
        return where == null ? "" : where.text();
    }
}
