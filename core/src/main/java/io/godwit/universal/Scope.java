package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that an expression may use: relations, then those of the query around it. For one thread. */
final class Scope {

    /** Of nothing. */
    static final Scope NONE = new Scope(null);

    private final @Nullable Scope outer;
    private final List<Visible> relations = new ArrayList<>();
    private final Map<Name, Columns> commonTables = new HashMap<>();
    private @Nullable TableName changed;
    private @Nullable TableName changedAround;
    private Set<TableName> read;

    /** A relation under the name by which columns are qualified. */
    record Visible(Name label, Columns columns) {}

    Scope(@Nullable Scope outer) {
        this.outer = outer;
        this.changedAround = outer == null ? null : outer.changes();
        this.read = outer == null || outer == NONE ? new HashSet<>() : outer.read;
    }

    /** Says that the statement changes that table's rows. */
    void change(TableName table) {
        changed = table;
    }

    /** Whether a statement around this query changes that table's rows. */
    boolean isChangedAround(TableName table) {
        return table.equals(changedAround);
    }

    private @Nullable TableName changes() {
        return changed == null ? changedAround : changed;
    }

    /** Remembers that rows of that table or view are read. */
    void read(TableName table) {
        read.add(table);
    }

    /** The tables and views that were read in this scope and those in it. */
    Set<TableName> tablesRead() {
        return read;
    }

    void add(Name label, Columns columns) {
        relations.add(new Visible(label, columns));
    }

    void addCommonTable(Name name, Columns columns) {
        commonTables.put(name, columns);
    }

    /** The columns of WITH's table of that name; null if there is none. */
    @Nullable
    Columns commonTable(Name name) {
        Columns columns = commonTables.get(name);
        return columns != null || outer == null ? columns : outer.commonTable(name);
    }

    void copyCommonTables(Scope target) {
        target.commonTables.putAll(commonTables);
    }

    /** The scope in which this one lies. */
    Scope outside() {
        Scope visible = new Scope(outer);
        visible.changedAround = changes();
        visible.read = read;
        copyCommonTables(visible);
        return visible;
    }

    List<Visible> relations() {
        return relations;
    }

    /** The relation of that label; null if there is none. */
    @Nullable
    Visible relation(Name label) {
        for (Visible relation : relations) {
            if (relation.label().equals(label)) {
                return relation;
            }
        }
        return outer == null ? null : outer.relation(label);
    }

    /**
     * The type of an unqualified column: {@link ValueType#UNKNOWN} if a relation that nobody has described may have it, null if no
     * relation has it.
     */
    @Nullable
    ValueType column(Name name) {
        boolean mayBeHere = false;
        for (Visible relation : relations) {
            ValueType type = relation.columns().type(name);
            if (type != null && relation.columns().known()) {
                return type;
            }
            mayBeHere |= !relation.columns().known();
        }
        if (mayBeHere) {
            return ValueType.UNKNOWN;
        }
        return outer == null ? null : outer.column(name);
    }

    /** Whether a column outside may have this name. */
    boolean hides(Name name) {
        return outer != null && outer.column(name) != null;
    }

    /** Whether there is any relation at all. */
    boolean isEmpty() {
        return relations.isEmpty() && (outer == null || outer.isEmpty());
    }
}
