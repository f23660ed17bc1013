package io.godwit.universal;

import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint as it is written; a foreign key need not say yet which columns it refers to. */
sealed interface ConstraintDraft {

    /** The name; null if the author gave none. */
    @Nullable
    Name name();

    record Key(@Nullable Name name, List<Name> columns) implements ConstraintDraft {}

    record Unique(@Nullable Name name, List<Name> columns) implements ConstraintDraft {}

    record Condition(@Nullable Name name, Expression expression) implements ConstraintDraft {}

    /** {@code referenced} is empty where the author means the other table's primary key. */
    record Reference(
            @Nullable Name name,
            int at,
            List<Name> columns,
            TableName table,
            List<Name> referenced,
            ReferentialAction onDelete,
            ReferentialAction onUpdate)
            implements ConstraintDraft {}
}
