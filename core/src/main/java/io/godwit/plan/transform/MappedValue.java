package io.godwit.plan.transform;

import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldTransform;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.universal.QuotedName;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value that a mapping gives its column, as universal SQL over the source. For one mapping.
 *
 * @param source what is known of the source; null for nothing
 * @param target the column that it is for; null if it is not known
 */
record MappedValue(
        FieldMapping mapping,
        @Nullable Table source,
        @Nullable Column target) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern VOLATILE =
            Pattern.compile("(?i).*\\b(gen_random_uuid|uuid_generate_v4|random|uuidv7)\\s*\\(.*", Pattern.DOTALL);
    private static final String LOOKUP = "godwit_lookup";

    /** Whether it is another one whenever it is asked for. */
    boolean isVolatile() {
        FieldTransform transform = mapping.transform();
        return (transform instanceof FieldTransform.Function function && FunctionCall.isVolatile(function))
                || (transform instanceof FieldTransform.Computed computed
                        && VOLATILE.matcher(computed.expression().text()).matches());
    }

    /** Whether nothing is known that keeps it from being NULL. */
    boolean canBeNull() {
        Column from = source == null || mapping.source() == null
                ? null
                : source.column(Name.of(mapping.source())).orElse(null);
        return from == null || from.nullable() || mapping.transform() != null;
    }

    /** Whether it is a column of the source as it is. */
    boolean isPlain() {
        return mapping.transform() == null && mapping.defaultValue() == null;
    }

    String sql() {
        String value = value();
        Literal other = mapping.defaultValue();
        if (other == null) {
            return value;
        }
        return value.isEmpty() ? literal(other) : "COALESCE(" + value + ", " + literal(other) + ")";
    }

    private String value() {
        String from =
                mapping.source() == null ? null : TransformSql.SOURCE + "." + QuotedName.of(Name.of(mapping.source()));
        FieldTransform transform = mapping.transform();
        if (transform == null) {
            return from == null ? "" : from;
        }
        if (transform instanceof FieldTransform.Function function) {
            return FunctionCall.of(function, from);
        }
        if (transform instanceof FieldTransform.Computed computed) {
            return "(" + computed.expression().text() + "\n)";
        }
        if (transform instanceof FieldTransform.Custom) {
            return made();
        }
        if (from == null) {
            throw new IllegalArgumentException("a lookup needs a \"source\"");
        }
        return transform instanceof FieldTransform.InlineLookup lookup
                ? choice(lookup.values(), from)
                : tableLookup((FieldTransform.TableLookup) transform, from);
    }

    /** With the rows of a file it is made before they are put into their table; else it has a table of its own. */
    private String made() {
        Name made = CustomColumn.name(mapping);
        boolean ofFile = source != null && source.column(made).isPresent();
        return (ofFile ? TransformSql.SOURCE : CustomTable.MADE) + "." + QuotedName.of(made);
    }

    private String choice(Map<String, Literal> values, String from) {
        if (values.isEmpty()) {
            return "NULL";
        }
        boolean numbers = comparesNumbers(values);
        StringBuilder text = new StringBuilder("CASE ")
                .append(numbers || isText() ? from : UniversalSql.cast(from, SimpleType.TEXT));
        values.forEach((key, value) -> text.append(" WHEN ")
                .append(numbers ? key : UniversalSql.text(key))
                .append(" THEN ")
                .append(literal(value)));
        return text.append(" END").toString();
    }

    /** Of numbers, 10 is also 10.00. */
    private boolean comparesNumbers(Map<String, Literal> values) {
        ColumnType from = sourceType();
        boolean number = from instanceof DecimalType
                || (from instanceof SimpleType simple
                        && switch (simple) {
                            case SMALLINT, INTEGER, BIGINT -> true;
                            default -> false;
                        });
        return number
                && values.keySet().stream().allMatch(key -> NUMBER.matcher(key).matches());
    }

    private boolean isText() {
        ColumnType from = sourceType();
        return from == SimpleType.TEXT
                || (from != null && from.toString().toLowerCase(Locale.ROOT).startsWith("varchar"));
    }

    private @Nullable ColumnType sourceType() {
        String from = mapping.source();
        return source == null || from == null
                ? null
                : source.column(Name.of(from)).map(Column::type).orElse(null);
    }

    private static String tableLookup(FieldTransform.TableLookup lookup, String from) {
        return "(SELECT " + LOOKUP + "." + QuotedName.of(lookup.value()) + " FROM "
                + QuotedName.of(lookup.table()) + " AS " + LOOKUP + " WHERE " + LOOKUP + "."
                + QuotedName.of(lookup.key()) + " = " + from + ")";
    }

    private String literal(Literal literal) {
        return UniversalSql.literal(literal, target == null ? null : target.type());
    }
}
