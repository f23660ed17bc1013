package io.godwit.schema;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, view or sequence, with its schema if one was named. Immutable.
 *
 * <p>{@code public}, {@code dbo} and {@code main} mean the target's default schema and are kept as "no schema".
 *
 * @param schemaName the schema; null for the target's default schema
 * @param name the object's own name
 */
public record TableName(@Nullable Name schemaName, Name name) implements Comparable<TableName> {

    private static final Set<String> DEFAULT_SCHEMAS = Set.of("public", "dbo", "main");

    public TableName {
        Objects.requireNonNull(name, "name");
        if (schemaName != null && DEFAULT_SCHEMAS.contains(schemaName.text())) {
            schemaName = null;
        }
    }

    public static TableName of(String name) {
        return new TableName(null, Name.of(name));
    }

    public static TableName of(String schema, String name) {
        return new TableName(Name.of(schema), Name.of(name));
    }

    /**
     * Reads {@code table} or {@code schema.table}; a part that holds a dot or a quote is written in double quotes.
     *
     * @throws IllegalArgumentException if the text is not one or two names
     */
    public static TableName parse(String text) {
        return TableNameText.parse(text);
    }

    public Optional<Name> schema() {
        return Optional.ofNullable(schemaName);
    }

    /** The same schema, another name. */
    public TableName sibling(Name other) {
        return new TableName(schemaName, other);
    }

    /** Schema and name joined by an underscore: the name on an engine without schemas, and the stem of generated names. */
    public Name folded() {
        return schemaName == null ? name : Name.of(schemaName.text() + "_" + name.text());
    }

    /** As {@link Name#caseless()}, for the whole name. */
    public String caseless() {
        return schemaName == null ? name.caseless() : schemaName.caseless() + "." + name.caseless();
    }

    @Override
    public int compareTo(TableName other) {
        return toString().compareTo(other.toString());
    }

    /** By hand, as is the hash code: those of a record are linked when they are first called, which a short process feels. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableName table
                && name.equals(table.name)
                && Objects.equals(schemaName, table.schemaName);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(schemaName) + name.hashCode();
    }

    /** The form in which documents write it; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return TableNameText.write(this);
    }
}
