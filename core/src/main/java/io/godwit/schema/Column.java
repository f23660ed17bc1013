package io.godwit.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column. Immutable.
 *
 * <p>{@code primaryKey}, {@code unique}, {@code references} and {@code check} are how a document may write a constraint of one
 * column; {@link Table#normalised} moves them to the table, and introspection never sets them.
 *
 * @param name its name
 * @param type its portable type
 * @param nullable whether NULL is allowed; a primary key's columns never are
 * @param defaultValue what a row gets that does not say; null for none
 * @param primaryKey whether it is the primary key by itself
 * @param unique whether no two rows may share a value
 * @param references a foreign key of this column; null for none
 * @param check a condition on the row; null for none
 * @param identity whether the engine numbers the rows
 * @param generated how the engine computes it; null for an ordinary column
 * @param comment text for people; null for none
 * @param collation {@code native} for the engine's default collation, an engine's own collation name as introspection reads it,
 *     or null for exact comparison
 * @param sensitive masked in logs and left out of exports unless asked for by name
 */
public record Column(
        Name name,
        ColumnType type,
        boolean nullable,
        @Nullable Value defaultValue,
        boolean primaryKey,
        boolean unique,
        @Nullable Reference references,
        @Nullable Expression check,
        boolean identity,
        @Nullable Generated generated,
        @Nullable String comment,
        @Nullable String collation,
        boolean sensitive) {

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /** A nullable column with nothing else said. */
    public static Column of(String name, ColumnType type) {
        return new Column(Name.of(name), type, true, null, false, false, null, null, false, null, null, null, false);
    }

    /** The same, NOT NULL. */
    public Column notNull() {
        return withNullable(false);
    }

    /** The same with another {@code name}. */
    public Column withName(Name name) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code type}. */
    public Column withType(ColumnType type) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code nullable}. */
    public Column withNullable(boolean nullable) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code defaultValue}. */
    public Column withDefaultValue(@Nullable Value defaultValue) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code primaryKey}. */
    public Column withPrimaryKey(boolean primaryKey) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code unique}. */
    public Column withUnique(boolean unique) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code references}. */
    public Column withReferences(@Nullable Reference references) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code check}. */
    public Column withCheck(@Nullable Expression check) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code identity}. */
    public Column withIdentity(boolean identity) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code generated}. */
    public Column withGenerated(@Nullable Generated generated) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code comment}. */
    public Column withComment(@Nullable String comment) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code collation}. */
    public Column withCollation(@Nullable String collation) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }

    /** The same with another {@code sensitive}. */
    public Column withSensitive(boolean sensitive) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                check,
                identity,
                generated,
                comment,
                collation,
                sensitive);
    }
}
