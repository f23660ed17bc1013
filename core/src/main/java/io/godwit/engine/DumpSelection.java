package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.failure.PlanRefusedException;
import io.godwit.schema.Schema;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which tables of a database a dump asks for. For one use. */
final class DumpSelection {

    private final Dialect dialect;
    private final Schema all;
    private final List<String> problems = new ArrayList<>();

    DumpSelection(Dialect dialect, Schema all) {
        this.dialect = dialect;
        this.all = all;
    }

    /**
     * The names of those that are left out.
     *
     * @throws PlanRefusedException if a name is none of a table, or nothing is left
     */
    Set<TableName> excluded(Dump asked) {
        Set<TableName> wanted = named(asked.tables());
        Set<TableName> excluded = named(asked.excluded());
        if (!problems.isEmpty()) {
            throw refused(String.join("; ", problems));
        }
        if (!wanted.isEmpty()) {
            all.tables().keySet().stream()
                    .filter(name -> !wanted.contains(name))
                    .forEach(excluded::add);
        }
        if (all.tables().keySet().equals(excluded)
                && all.views().isEmpty()
                && all.sequences().isEmpty()) {
            throw refused(
                    all.tables().isEmpty()
                            ? "there is nothing in it but, perhaps, Godwit's own tables"
                            : "no table is left of it");
        }
        return excluded;
    }

    /** The schema without them. */
    Schema without(Set<TableName> excluded) {
        List<Table> tables = all.tables().values().stream()
                .filter(table -> !excluded.contains(table.name()))
                .toList();
        return Schema.of(tables, all.views().values(), all.sequences().values());
    }

    private Set<TableName> named(List<String> texts) {
        Set<TableName> names = new TreeSet<>();
        for (String text : texts) {
            TableName name = parsed(text);
            TableName known = dialect.known(name);
            all.tables().keySet().stream()
                    .filter(table -> table.equals(name) || dialect.known(table).equals(known))
                    .findFirst()
                    .ifPresentOrElse(names::add, () -> problems.add("there is no table " + name));
        }
        return names;
    }

    private static TableName parsed(String text) {
        try {
            return TableName.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw refused("'" + text + "' is no table's name: " + e.getMessage());
        }
    }

    private static PlanRefusedException refused(String why) {
        return new PlanRefusedException("The database cannot be dumped: " + why + ". Nothing was written.");
    }
}
