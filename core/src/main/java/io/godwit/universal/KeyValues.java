package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the values of a key in the rows of VALUES, as far as these are literals. */
enum KeyValues {
    /** No two rows have the same. */
    DIFFER,
    /** Two rows have the same. */
    REPEAT,
    /** It cannot be told before they are calculated. */
    UNKNOWN;

    /**
     * Compares.
     *
     * @param keys of each row, the values of the key's columns
     */
    static KeyValues of(List<List<Node>> keys) {
        if (keys.isEmpty()) {
            return UNKNOWN;
        }
        Set<List<String>> seen = new HashSet<>();
        KeyValues found = DIFFER;
        for (List<Node> key : keys) {
            List<Optional<String>> values = key.stream().map(KeyValues::literal).toList();
            if (values.stream().anyMatch(Optional::isEmpty)) {
                return keys.size() == 1 ? DIFFER : UNKNOWN;
            }
            List<String> texts = values.stream().map(Optional::orElseThrow).toList();
            if (!texts.contains("null") && !seen.add(texts)) {
                found = REPEAT;
            }
        }
        return found;
    }

    /** A text that is the same for equal values of the column; {@code null} for NULL. */
    private static Optional<String> literal(Node node) {
        if (node instanceof Node.Assigned assigned) {
            return literal(assigned.value(), assigned.type());
        }
        return Optional.empty();
    }

    private static Optional<String> literal(Node node, ColumnType type) {
        if (node instanceof Node.Operation sign && sign.name().equals("negative")) {
            return literal(sign.operands().get(0), type).map(text -> "-" + text);
        }
        if (!(node instanceof Node.Constant constant)) {
            return Optional.empty();
        }
        if (constant.kind() == Node.Constant.Kind.NULL) {
            return Optional.of("null");
        }
        return Optional.ofNullable(canonical(constant, type));
    }

    private static @Nullable String canonical(Node.Constant constant, ColumnType type) {
        boolean whole = ValueType.of(type).is(ValueType.Kind.INTEGER);
        if (whole && constant.value().strip().matches("[0-9]{1,18}")) {
            return new BigDecimal(constant.value().strip()).toPlainString();
        }
        if (constant.kind() != Node.Constant.Kind.TEXT) {
            return null;
        }
        if (type instanceof VarcharType || type == SimpleType.TEXT) {
            // SQL Server does not see blanks at the end.
            return constant.value().endsWith(" ") ? null : "'" + constant.value();
        }
        boolean plain = type == SimpleType.UUID
                && constant.value().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return plain ? constant.value().toLowerCase(Locale.ROOT) : null;
    }
}
