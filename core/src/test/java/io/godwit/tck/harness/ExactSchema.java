package io.godwit.tck.harness;

import io.godwit.schema.Schema;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Everything that introspection says of a schema, as lines in which only the order of columns, constraints and indexes does not
 * count: a column that was dropped and came back stands last.
 *
 * @param lines one fact a line
 */
record ExactSchema(List<String> lines) {

    ExactSchema {
        lines = List.copyOf(lines);
    }

    static ExactSchema of(Schema schema) {
        List<String> lines = new ArrayList<>();
        schema.tables().values().forEach(table -> lines.addAll(lines(table)));
        schema.views().values().forEach(view -> lines.add(view.toString()));
        schema.sequences().values().forEach(sequence -> lines.add(sequence.toString()));
        return new ExactSchema(lines);
    }

    private static Collection<String> lines(Table table) {
        String prefix = "table " + table.name() + ": ";
        TreeSet<String> lines = new TreeSet<>();
        List<Object> facts = new ArrayList<>(table.columns());
        facts.addAll(table.uniques());
        facts.addAll(table.foreignKeys());
        facts.addAll(table.checks());
        facts.addAll(table.indexes());
        facts.addAll(table.triggers());
        facts.addAll(table.others());
        facts.forEach(fact -> lines.add(prefix + fact));
        lines.add(prefix + table.primaryKey() + ", " + table.partition() + ", comment " + table.comment());
        return lines;
    }
}
