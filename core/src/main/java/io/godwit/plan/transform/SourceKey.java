package io.godwit.plan.transform;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.universal.QuotedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What orders the rows of a source. Immutable.
 *
 * @param columns its columns; empty if it has none
 */
public record SourceKey(List<Part> columns) {

    /**
     * One column of it.
     *
     * @param type null if it is not known
     */
    public record Part(Name name, @Nullable ColumnType type) {}

    public SourceKey {
        columns = List.copyOf(columns);
    }

    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /** The names of the columns. */
    public List<Name> names() {
        return columns.stream().map(Part::name).toList();
    }

    /** Whether a row that is added later comes behind those that are there: whole numbers count up. */
    public boolean grows() {
        return columns.size() == 1 && SimpleType.isWhole(columns.get(0).type());
    }

    String order(String alias, String direction) {
        return columns.stream()
                .map(part -> alias + QuotedName.of(part.name()) + direction)
                .collect(Collectors.joining(", "));
    }

    /** The condition on the rows of a range; empty if that is all of them. */
    String within(KeyRange range) {
        List<String> conditions = new ArrayList<>();
        if (!range.after().isEmpty()) {
            conditions.add(beyond(range.after()));
        }
        if (!range.upTo().isEmpty()) {
            conditions.add(upTo(range.upTo()));
        }
        return String.join(" AND ", conditions);
    }

    /**
     * Row by row as the key orders them. What its first column says is said once more by itself: by that much every engine finds
     * its place in an index, which not each does by a comparison of rows.
     */
    private String beyond(List<Literal> key) {
        if (columns.size() == 1) {
            return column(0) + " > " + value(key, 0);
        }
        return column(0) + " >= " + value(key, 0) + " AND (" + lexically(key, " > ", 0) + ")";
    }

    private String lexically(List<Literal> key, String strictly, int index) {
        String beyond = column(index) + strictly + value(key, index);
        return index == columns.size() - 1
                ? beyond
                : beyond + " OR (" + column(index) + " = " + value(key, index) + " AND ("
                        + lexically(key, strictly, index + 1) + "))";
    }

    private String upTo(List<Literal> key) {
        if (columns.size() == 1) {
            return column(0) + " <= " + value(key, 0);
        }
        String same = IntStream.range(0, columns.size())
                .mapToObj(index -> column(index) + " = " + value(key, index))
                .collect(Collectors.joining(" AND "));
        return column(0) + " <= " + value(key, 0) + " AND (" + lexically(key, " < ", 0) + " OR (" + same + "))";
    }

    private String column(int index) {
        return TransformSql.SOURCE + "." + QuotedName.of(columns.get(index).name());
    }

    private String value(List<Literal> key, int index) {
        return UniversalSql.literal(key.get(index), columns.get(index).type());
    }
}
