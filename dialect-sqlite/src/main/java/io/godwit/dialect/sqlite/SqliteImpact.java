package io.godwit.dialect.sqlite;

import io.godwit.dialect.Impact;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.StandardImpact;
import io.godwit.dialect.TableChange;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.ChangeType;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.Operation;
import io.godwit.operation.SetNotNull;
import java.util.List;
import java.util.Optional;

/** What ALTER TABLE cannot do is a rebuild of the table, while the whole file is locked against writers. */
final class SqliteImpact extends StandardImpact {

    @Override
    public Impact of(Operation operation, SchemaView before) {
        boolean rebuilds = TableChange.tableOf(operation)
                .flatMap(before::table)
                .map(table -> new RebuildGroup(table).needsRebuild(List.of(operation)))
                .orElse(false);
        return rebuilds || alwaysRebuilds(operation) ? Impact.REWRITE : super.of(operation, before);
    }

    private static boolean alwaysRebuilds(Operation operation) {
        return operation instanceof ChangeType
                || operation instanceof SetNotNull
                || operation instanceof DropNotNull
                || operation instanceof AddCheck
                || operation instanceof AddForeignKey
                || operation instanceof AddPrimaryKey;
    }

    @Override
    public Optional<String> gentler(Operation operation) {
        return Optional.of("put all changes of the table into one step, so that one rebuild does them, and run it while"
                + " nobody writes");
    }
}
