package io.godwit.changelog;

import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Value;
import java.math.BigDecimal;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Date;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import liquibase.change.ColumnConfig;
import liquibase.database.Database;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceCurrentValueFunction;
import liquibase.statement.SequenceNextValueFunction;
import org.jspecify.annotations.Nullable;

/** Values and defaults of a changelog as values of a migration. For one thread. */
record ConvertedValues(Database database, ConvertedNames names) {

    private static final Set<SimpleType> NUMBERS =
            EnumSet.of(SimpleType.SMALLINT, SimpleType.INTEGER, SimpleType.BIGINT, SimpleType.REAL, SimpleType.DOUBLE);

    private static final Set<String> MOMENTS =
            Set.of("current_timestamp", "current_timestamp()", "now()", "current_datetime", "current_date_time");

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    /** What a column gets that a row does not say; null for none. */
    @Nullable
    Value defaultOf(ColumnConfig column, ColumnType type) {
        Object value = column.getDefaultValueObject();
        return value == null || isNull(value) ? null : of(value, type);
    }

    /** NULL as the engine's own word: a column gets it anyway. */
    private static boolean isNull(Object value) {
        return value instanceof DatabaseFunction function
                && "NULL".equalsIgnoreCase(String.valueOf(function.getValue()).strip());
    }

    /** What a row or an update gives a column. */
    Value valueOf(ColumnConfig column) {
        if (column.getValueBlobFile() != null || column.getValueClobFile() != null) {
            throw new UnconvertedException("column " + column.getName() + " takes its value from a file");
        }
        Object value = column.getValueObject();
        return value == null ? Literal.NULL : of(value, null);
    }

    /** Any value that Liquibase has. */
    Value of(Object value, @Nullable ColumnType type) {
        if (value instanceof SequenceNextValueFunction next) {
            return Expression.of("nextval('" + sequence(next) + "')");
        } else if (value instanceof SequenceCurrentValueFunction current) {
            return Expression.of("currval('" + sequence(current) + "')");
        } else if (value instanceof DatabaseFunction function) {
            return expression(function);
        } else if (value instanceof Boolean flag) {
            return Literal.of(flag);
        } else if (value instanceof Number number) {
            return new Literal(Literal.Kind.NUMBER, number.toString());
        } else if (value instanceof Date date) {
            return Literal.of(written(date));
        }
        return text(String.valueOf(value), type);
    }

    private String sequence(DatabaseFunction function) {
        return names.table(function.getSchemaName(), function.getValue())
                .toString()
                .replace("'", "''");
    }

    /** What Liquibase takes for the present moment is that on every engine. */
    private Expression expression(DatabaseFunction function) {
        String text = function.getValue() == null ? "" : function.getValue().strip();
        if (text.isEmpty()) {
            throw new UnconvertedException("a computed value is empty");
        }
        boolean moment = MOMENTS.contains(text.toLowerCase(Locale.ROOT))
                || text.equalsIgnoreCase(database.getCurrentDateTimeFunction());
        return Expression.of(moment ? "now()" : text);
    }

    @SuppressWarnings("JavaUtilDate") // what Liquibase has
    private static String written(Date date) {
        if (date instanceof Timestamp moment) {
            LocalDateTime time = moment.toLocalDateTime();
            return MOMENT.format(time);
        }
        return date instanceof Time || date instanceof java.sql.Date
                ? date.toString()
                : MOMENT.format(new Timestamp(date.getTime()).toLocalDateTime());
    }

    /** The word NULL is none, as Liquibase has it. */
    private static Value text(String text, @Nullable ColumnType type) {
        if (text.equalsIgnoreCase("NULL")) {
            return Literal.NULL;
        }
        ColumnType portable = type == null ? null : ConvertedTypes.portable(type);
        boolean number =
                portable instanceof DecimalType || (portable instanceof SimpleType simple && NUMBERS.contains(simple));
        if (number && isNumber(text)) {
            return new Literal(Literal.Kind.NUMBER, new BigDecimal(text.strip()).toPlainString());
        }
        if (portable == SimpleType.BOOLEAN && text.strip().matches("(?i)true|false|0|1")) {
            return Literal.of(text.strip().matches("(?i)true|1"));
        }
        return Literal.of(text);
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("[-+]?\\d+(\\.\\d+)?");
    }
}
