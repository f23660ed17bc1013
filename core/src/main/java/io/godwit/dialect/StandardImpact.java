package io.godwit.dialect;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.Operation;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import java.util.regex.Pattern;

/** What most engines do: constraints are checked by reading the table, another type is another table. */
public class StandardImpact implements ImpactRules {

    private static final Pattern VOLATILE = Pattern.compile(
            "(?i)\\b(?:random|gen_random_uuid|uuid_generate_v\\w+|clock_timestamp|timeofday|nextval)\\b");

    /** Careful wherever an engine does not say better. */
    public StandardImpact() {}

    @Override
    public Impact of(Operation operation, SchemaView before) {
        if (operation instanceof AddColumn add) {
            return addedColumn(add.column());
        } else if (operation instanceof ChangeType change) {
            return before.table(change.table())
                    .flatMap(table -> table.column(change.column()))
                    .map(column -> changedType(column.type(), change.type()))
                    .orElse(Impact.REWRITE);
        } else if (operation instanceof CreateIndex create) {
            return index(create);
        }
        boolean reads = operation instanceof SetNotNull
                || operation instanceof AddCheck
                || operation instanceof AddForeignKey
                || operation instanceof AddUnique
                || operation instanceof AddPrimaryKey;
        return reads ? Impact.SCAN : Impact.BRIEF;
    }

    /** A default that is the same for every row needs no row to be written. */
    protected Impact addedColumn(Column column) {
        boolean writes = column.identity()
                || (column.generated() != null && column.generated().stored())
                || isVolatile(column);
        if (writes) {
            return Impact.REWRITE;
        }
        return column.check() == null ? Impact.BRIEF : Impact.SCAN;
    }

    /** Whether each row gets another value from the column's default. */
    protected static boolean isVolatile(Column column) {
        return column.defaultValue() instanceof Expression expression
                && VOLATILE.matcher(expression.text()).find();
    }

    /** A change from one type to another. */
    protected Impact changedType(ColumnType from, ColumnType to) {
        return from.equals(to) ? Impact.BRIEF : Impact.REWRITE;
    }

    /** An index on a table with rows. */
    protected Impact index(CreateIndex create) {
        return create.concurrently() ? Impact.ONLINE : Impact.SCAN;
    }
}
