package io.godwit.dialect.postgres;

import io.godwit.dialect.Impact;
import io.godwit.dialect.StandardImpact;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropIndex;
import io.godwit.operation.Operation;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.util.Optional;

/** What PostgreSQL does to a table in use (manual, ALTER TABLE, notes). */
final class PostgresImpact extends StandardImpact {

    private static final String VALIDATE =
            "add it NOT VALID in one step and VALIDATE CONSTRAINT in another, which lets writers go on";

    /** Where the stored bytes stay as they are, so does the table. */
    @Override
    protected Impact changedType(ColumnType from, ColumnType to) {
        boolean wider = from instanceof VarcharType narrow
                && (to == SimpleType.TEXT || (to instanceof VarcharType wide && wide.length() >= narrow.length()));
        boolean moreDigits = from instanceof DecimalType narrow
                && to instanceof DecimalType wide
                && wide.scale() == narrow.scale()
                && wide.precision() >= narrow.precision();
        return wider || moreDigits ? Impact.BRIEF : super.changedType(from, to);
    }

    @Override
    public Optional<String> gentler(Operation operation) {
        if (operation instanceof AddForeignKey || operation instanceof AddCheck) {
            return Optional.of(VALIDATE);
        } else if (operation instanceof SetNotNull) {
            return Optional.of("add CHECK (… IS NOT NULL) NOT VALID, VALIDATE it in another step, then set NOT NULL,"
                    + " which then reads no row");
        } else if (operation instanceof AddUnique || operation instanceof AddPrimaryKey) {
            return Optional.of("create the unique index concurrently, then ADD CONSTRAINT … USING INDEX");
        } else if (operation instanceof CreateIndex || operation instanceof DropIndex) {
            return Optional.of("\"concurrently\": true, in a step of its own with \"transactional\": false");
        } else if (operation instanceof AddColumn) {
            return Optional.of("add the column without it, set the default, then fill the rows in batches");
        }
        return Optional.empty();
    }
}
