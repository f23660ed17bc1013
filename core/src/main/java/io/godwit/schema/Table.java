package io.godwit.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table. Immutable.
 *
 * @param name its name
 * @param columns in order; at least one
 * @param primaryKey null for none
 * @param uniques unique constraints
 * @param foreignKeys foreign keys
 * @param checks check constraints
 * @param indexes indexes, without those that a key brings
 * @param triggers portable triggers
 * @param others what belongs to it in the database and no record above can say
 * @param partition null for a plain table
 * @param comment text for people; null for none
 */
public record Table(
        TableName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<UniqueKey> uniques,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Index> indexes,
        List<Trigger> triggers,
        List<EngineObject> others,
        @Nullable Partition partition,
        @Nullable String comment) {

    public Table {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        others = List.copyOf(others);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table " + name + " needs at least one column");
        }
    }

    /** A table of columns and nothing else. */
    public static Table of(TableName name, List<Column> columns) {
        return new Table(
                name, columns, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null);
    }

    public Optional<Column> column(Name column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst();
    }

    /** The same table with every constraint of a column moved to the table, and every constraint and index named. */
    public Table normalised(Naming naming) {
        return new TableNormaliser(this, naming).normalised();
    }

    /** The same with another {@code name}. */
    public Table withName(TableName name) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }

    /** The same with another {@code columns}. */
    public Table withColumns(List<Column> columns) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }

    /** The same with another {@code primaryKey}. */
    public Table withPrimaryKey(@Nullable PrimaryKey primaryKey) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }

    /** The same with another {@code uniques}. */
    public Table withUniques(List<UniqueKey> uniques) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }

    /** The same with another {@code foreignKeys}. */
    public Table withForeignKeys(List<ForeignKey> foreignKeys) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }

    /** The same with another {@code checks}. */
    public Table withChecks(List<Check> checks) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }

    /** The same with another {@code indexes}. */
    public Table withIndexes(List<Index> indexes) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }

    /** The same with another {@code triggers}. */
    public Table withTriggers(List<Trigger> triggers) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }

    /** The same with another {@code others}. */
    public Table withOthers(List<EngineObject> others) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }

    /** The same with another {@code partition}. */
    public Table withPartition(@Nullable Partition partition) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }

    /** The same with another {@code comment}. */
    public Table withComment(@Nullable String comment) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, triggers, others, partition, comment);
    }
}
