package io.godwit.dialect.mysql;

import io.godwit.dialect.Impact;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.StandardImpact;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.Operation;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.VarcharType;
import java.util.Optional;

/** What InnoDB does in place and what it copies (MySQL manual, online DDL operations; bug 117450 for checks). */
final class MySqlImpact extends StandardImpact {

    /** A longer varchar stays in place as long as its length takes as many bytes as before: one, up to 255 bytes. */
    private static final int ONE_BYTE = 255;

    private static final int BYTES_OF_A_CHARACTER = 4;

    @Override
    public Impact of(Operation operation, SchemaView before) {
        if (operation instanceof AddForeignKey
                || operation instanceof AddCheck
                || operation instanceof DropPrimaryKey) {
            return Impact.COPY;
        }
        boolean inPlace = operation instanceof SetNotNull
                || operation instanceof DropNotNull
                || operation instanceof AddUnique
                || operation instanceof AddPrimaryKey;
        return inPlace ? Impact.ONLINE : super.of(operation, before);
    }

    @Override
    protected Impact addedColumn(Column column) {
        boolean stored = column.generated() != null && column.generated().stored();
        boolean perRow = column.defaultValue() instanceof Expression && isVolatile(column);
        if (stored || perRow || column.check() != null || column.references() != null) {
            return Impact.COPY;
        }
        return column.identity() ? Impact.REWRITE : Impact.BRIEF;
    }

    @Override
    protected Impact changedType(ColumnType from, ColumnType to) {
        if (from instanceof VarcharType narrow && to instanceof VarcharType wide && wide.length() >= narrow.length()) {
            return longLength(narrow) == longLength(wide) ? Impact.BRIEF : Impact.COPY;
        }
        return from.equals(to) ? Impact.BRIEF : Impact.COPY;
    }

    private static boolean longLength(VarcharType type) {
        return type.length() * BYTES_OF_A_CHARACTER > ONE_BYTE;
    }

    /** Writers go on while an index is built, but for one on words. */
    @Override
    protected Impact index(CreateIndex create) {
        return create.index().method() == IndexMethod.FULLTEXT ? Impact.SCAN : Impact.ONLINE;
    }

    @Override
    public Optional<String> gentler(Operation operation) {
        return operation instanceof AddForeignKey || operation instanceof AddCheck
                ? Optional.of("an online schema change tool, or a quiet hour: the table is copied while writers wait")
                : Optional.empty();
    }
}
