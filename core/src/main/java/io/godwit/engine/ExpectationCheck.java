package io.godwit.engine;

import io.godwit.dialect.TableChange;
import io.godwit.migration.ExpectedChanges;
import io.godwit.migration.Step;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.plan.Finding;
import io.godwit.plan.OperationScript;
import io.godwit.plan.Severity;
import io.godwit.schema.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what a step changed with what its author said it would. */
final class ExpectationCheck {

    private final String migration;
    private final Step step;

    ExpectationCheck(String migration, Step step) {
        this.migration = migration;
        this.step = step;
    }

    Optional<Finding> check(List<OperationScript> done, long rows) {
        ExpectedChanges expected = step.expectedChanges();
        if (expected == null) {
            return Optional.empty();
        }
        List<Operation> operations = done.stream()
                .filter(script -> !script.statements().isEmpty())
                .flatMap(script -> script.operations().stream())
                .toList();
        String differences = differs("rows", expected.rows(), rows)
                + differs("tables", expected.tables(), tables(operations))
                + differs("indexes", expected.indexes(), indexes(operations));
        return differences.isEmpty() ? Optional.empty() : Optional.of(broken("it changed" + differences));
    }

    Finding broken(String words) {
        return new Finding("expected-changes", Severity.MEDIUM, migration, step.id(), words, "");
    }

    private static String differs(String what, @Nullable Long expected, long found) {
        return expected == null || expected == found ? "" : " " + found + " " + what + " (expected " + expected + ")";
    }

    private static long tables(List<Operation> operations) {
        Set<TableName> tables = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof CreateTable create) {
                tables.add(create.table().name());
            } else if (operation instanceof DropTable drop) {
                tables.add(drop.table());
            } else if (operation instanceof RenameTable rename) {
                tables.add(rename.from());
            } else if (!(operation instanceof CreateIndex) && !(operation instanceof DropIndex)) {
                TableChange.tableOf(operation).ifPresent(tables::add);
            }
        }
        return tables.size();
    }

    private static long indexes(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation instanceof CreateIndex || operation instanceof DropIndex)
                .count();
    }
}
