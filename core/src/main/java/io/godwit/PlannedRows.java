package io.godwit;

import io.godwit.archive.PackagedTable;
import io.godwit.archive.PluginPackage;
import io.godwit.archive.TableRows;
import io.godwit.changelog.ScriptedRows;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaView;
import io.godwit.engine.RowsImporter;
import io.godwit.failure.PlanRefusedException;
import io.godwit.operation.CreateTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.plan.FreshTables;
import io.godwit.plan.Owners;
import io.godwit.plan.Plan;
import io.godwit.schema.TableName;
import io.godwit.transfer.ScriptedImport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows that are to come in behind the migrations of a plan.
 *
 * @param origin where they are from; those of a package go into its plugin's own tables only
 */
record PlannedRows(TableRows rows, RowsImporter.Origin origin) {

    /** @throws PlanRefusedException if the package has none */
    static PlannedRows of(PluginPackage found) {
        if (found.tables().isEmpty()) {
            throw new PlanRefusedException(
                    found.file().getFileName()
                            + " has no rows: it was packed without them. Nothing was written. Pack it with its rows, or leave them out.");
        }
        return new PlannedRows(found, new RowsImporter.Origin(found.manifest().pluginId(), found.fingerprint()));
    }

    /**
     * As statements behind a plan.
     *
     * @param after the schema that the plan leaves
     * @param owners of what was there before
     * @throws PlanRefusedException with all that stands against it
     */
    ScriptedRows behind(Dialect dialect, Plan plan, SchemaView after, Owners owners) {
        if (origin.isPackage()) {
            requireOwn(dialect, plan, owners);
        }
        return ScriptedImport.of(
                dialect, rows, after, FreshTables.of(dialect, plan), origin.pluginId(), origin.words());
    }

    /** A stranger's rows stay in the stranger's tables. */
    private void requireOwn(Dialect dialect, Plan plan, Owners owners) {
        Set<TableName> made = plan.migrations().stream()
                .filter(migration -> migration.migration().pluginId().equals(origin.pluginId()))
                .flatMap(migration -> migration.steps().stream())
                .flatMap(step -> step.step().operations().stream())
                .flatMap(operation -> made(operation).stream())
                .map(dialect::known)
                .collect(Collectors.toSet());
        List<String> others = rows.tables().stream()
                .map(PackagedTable::name)
                .filter(name -> !made.contains(dialect.known(name)))
                .filter(name -> owners.of(name)
                        .filter(owned -> owned.pluginId().equals(origin.pluginId()))
                        .isEmpty())
                .map(TableName::toString)
                .toList();
        if (!others.isEmpty()) {
            throw new PlanRefusedException("The rows of the package cannot be imported: " + String.join(", ", others)
                    + " does not belong to the plugin '" + origin.pluginId() + "'. Nothing was written.");
        }
    }

    private static Optional<TableName> made(Operation operation) {
        return Stream.of(operation)
                .filter(one -> one instanceof CreateTable || one instanceof RenameTable)
                .map(one -> one instanceof RenameTable rename
                        ? rename.to()
                        : ((CreateTable) one).table().name())
                .findFirst();
    }
}
