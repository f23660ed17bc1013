package io.godwit.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says in words how one schema differs from another. For one use. */
public final class SchemaDifference {

    private final List<String> lines = new ArrayList<>();

    private SchemaDifference() {}

    /** A line for each thing that is missing, more or other in {@code after}; empty if the two are equal. */
    public static List<String> between(Schema before, Schema after) {
        SchemaDifference difference = new SchemaDifference();
        difference.compare("table", before.tables(), after.tables(), difference::table);
        difference.compare("view", before.views(), after.views(), null);
        difference.compare("sequence", before.sequences(), after.sequences(), null);
        return List.copyOf(difference.lines);
    }

    private interface Inside<T> {
        void compare(T before, T after);
    }

    private <K extends Comparable<K>, T> void compare(
            String kind, Map<K, T> before, Map<K, T> after, @Nullable Inside<T> inside) {
        TreeSet<K> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (K name : names) {
            T one = before.get(name);
            T other = after.get(name);
            if (one == null) {
                lines.add(kind + " " + name + " is there now");
            } else if (other == null) {
                lines.add(kind + " " + name + " is gone");
            } else if (!one.equals(other)) {
                if (inside == null) {
                    lines.add(kind + " " + name + " is another: " + one + " before, " + other + " now");
                } else {
                    inside.compare(one, other);
                }
            }
        }
    }

    private void table(Table before, Table after) {
        String of = " of table " + before.name();
        parts("column" + of, before.columns(), after.columns(), Column::name);
        parts("unique key" + of, before.uniques(), after.uniques(), UniqueKey::name);
        parts("foreign key" + of, before.foreignKeys(), after.foreignKeys(), ForeignKey::name);
        parts("check" + of, before.checks(), after.checks(), Check::name);
        parts("index" + of, before.indexes(), after.indexes(), Index::name);
        parts("trigger" + of, before.triggers(), after.triggers(), Trigger::name);
        parts("belonging" + of, before.others(), after.others(), other -> other);
        value("primary key" + of, before.primaryKey(), after.primaryKey());
        value("partitioning" + of, before.partition(), after.partition());
        value("comment" + of, before.comment(), after.comment());
        List<Name> order = before.columns().stream().map(Column::name).toList();
        if (order.size() == after.columns().size()
                && !order.equals(after.columns().stream().map(Column::name).toList())) {
            lines.add("the order of columns" + of + " is another");
        }
    }

    private <T> void parts(String kind, Collection<T> before, Collection<T> after, Function<T, @Nullable Object> name) {
        compare(kind, byName(before, name), byName(after, name), null);
    }

    private static <T> Map<String, T> byName(Collection<T> parts, Function<T, @Nullable Object> name) {
        Map<String, T> named = new LinkedHashMap<>();
        parts.forEach(part -> named.put(String.valueOf(name.apply(part)), part));
        return named;
    }

    private void value(String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(what + " is another: " + said(before) + " before, " + said(after) + " now");
        }
    }

    private static Object said(@Nullable Object value) {
        return value == null ? "none" : value;
    }
}
