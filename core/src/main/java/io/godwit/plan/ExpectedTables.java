package io.godwit.plan;

import io.godwit.migration.Migration;
import io.godwit.operation.CreateTable;
import io.godwit.operation.Operation;
import io.godwit.schema.TableName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Guesses which tables of the database a plan will ask for, so that they are read together. A wrong guess costs time only. Stateless. */
public final class ExpectedTables {

    private ExpectedTables() {}

    /** By the inverses that they keep. */
    static Set<TableName> ofJournals(Collection<Journal> journals) {
        return of(journals.stream()
                .flatMap(journal -> journal.steps().stream())
                .flatMap(step -> step.entries().stream())
                .flatMap(entry -> entry.inverse().operations().stream()));
    }

    /** By what they alter, without the tables that they make. */
    public static Set<TableName> ofMigrations(Collection<Migration> migrations) {
        return of(migrations.stream()
                .flatMap(migration -> migration.up().stream())
                .flatMap(step -> step.operations().stream()));
    }

    private static Set<TableName> of(Stream<Operation> operations) {
        Set<TableName> touched = new HashSet<>();
        Set<TableName> made = new HashSet<>();
        operations.forEach(operation -> {
            Touched.by(operation).ifPresent(touched::add);
            if (operation instanceof CreateTable create) {
                made.add(create.table().name());
            }
        });
        touched.removeAll(made);
        return touched;
    }
}
