package io.godwit.plan.risk;

import io.godwit.plan.Widening;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import io.godwit.universal.QuotedName;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which values of one type are not the same value in another. */
final class LossyCast {

    private static final Map<ColumnType, String> LIMITS =
            Map.of(SimpleType.SMALLINT, "32767", SimpleType.INTEGER, "2147483647");

    private final String column;
    private final ColumnType from;
    private final ColumnType to;

    LossyCast(Name column, ColumnType from, ColumnType to) {
        this.column = QuotedName.of(column);
        this.from = from;
        this.to = to;
    }

    /** Whether there is no such value. */
    static boolean never(ColumnType from, ColumnType to) {
        boolean enough = SimpleType.isWhole(from)
                && to instanceof DecimalType decimal
                && decimal.precision() - decimal.scale() >= digits(from);
        boolean isText = to == SimpleType.TEXT && !(from instanceof NativeType) && from != SimpleType.BYTES;
        return enough || isText || Widening.holds(from, to);
    }

    private static int digits(ColumnType integer) {
        return integer == SimpleType.SMALLINT ? 5 : integer == SimpleType.INTEGER ? 10 : 19;
    }

    /** A condition in universal SQL that holds for them; empty where there is none that every engine answers alike. */
    Optional<String> condition() {
        boolean text = from instanceof VarcharType || from == SimpleType.TEXT;
        if (to instanceof VarcharType shorter) {
            return text ? Optional.of("length(" + column + ") > " + shorter.length()) : Optional.empty();
        } else if (to instanceof EnumType choice && text) {
            return Optional.of(column + " not in ("
                    + choice.values().stream().map(LossyCast::quoted).collect(Collectors.joining(", ")) + ")");
        } else if (text) {
            return ofText();
        }
        return from == SimpleType.BIGINT || from == SimpleType.INTEGER ? ofInteger() : ofDecimal();
    }

    private Optional<String> ofInteger() {
        String limit = LIMITS.get(to);
        if (limit != null) {
            return Optional.of(column + " > " + limit + " or " + column + " < -" + limit);
        }
        return to instanceof DecimalType decimal ? Optional.of(beyond(decimal)) : Optional.empty();
    }

    private Optional<String> ofDecimal() {
        if (!(from instanceof DecimalType decimal)) {
            return Optional.empty();
        }
        if (to instanceof DecimalType narrow) {
            String cut = narrow.scale() < decimal.scale()
                    ? " or round(" + column + ", " + narrow.scale() + ") <> " + column
                    : "";
            return Optional.of(beyond(narrow) + cut);
        }
        boolean whole = LIMITS.containsKey(to) || to == SimpleType.BIGINT;
        return whole ? Optional.of("round(" + column + ", 0) <> " + column) : Optional.empty();
    }

    private String beyond(DecimalType decimal) {
        String limit = "1" + "0".repeat(decimal.precision() - decimal.scale());
        return column + " >= " + limit + " or " + column + " <= -" + limit;
    }

    private Optional<String> ofText() {
        String trimmed = "trim(" + column + ")";
        if (LIMITS.containsKey(to) || to == SimpleType.BIGINT) {
            String sign = without(trimmed, "0123456789");
            return Optional.of(column + " is not null and (" + sign + " not in ('', '-', '+') or " + trimmed
                    + " in ('', '-', '+'))");
        } else if (to instanceof DecimalType) {
            String rest = without(trimmed, "0123456789");
            return Optional.of(column + " is not null and (" + rest + " not in ('', '-', '+', '.', '-.', '+.') or "
                    + trimmed + " in ('', '-', '+', '.', '-.', '+.'))");
        } else if (to == SimpleType.BOOLEAN) {
            return Optional.of("lower(" + trimmed
                    + ") not in ('true', 'false', 't', 'f', 'yes', 'no', 'y', 'n', 'on', 'off', '1', '0')");
        } else if (to == SimpleType.UUID) {
            String digits = without("lower(" + column + ")", "0123456789abcdef-");
            return Optional.of(digits + " <> '' or length(replace(" + column + ", '-', '')) <> 32");
        }
        return Optional.empty();
    }

    /** What is left of a text without some characters. */
    private static String without(String text, String characters) {
        String rest = text;
        for (int i = 0; i < characters.length(); i++) {
            rest = "replace(" + rest + ", '" + characters.charAt(i) + "', '')";
        }
        return rest;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
