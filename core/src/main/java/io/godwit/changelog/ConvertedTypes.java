package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.operation.EngineSql;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import liquibase.database.Database;
import liquibase.datatype.DataTypeFactory;
import liquibase.datatype.LiquibaseDataType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the portable type that means what Liquibase's says, with the physical type that Liquibase would take where an engine's dialect
 * would take another. For one thread of {@link LiquibaseThread}.
 */
final class ConvertedTypes {

    private static final int LONGEST_VARCHAR = 16_000;
    private static final String NO_LENGTH = "";

    /** Spellings of one type. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("double precision", "double"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("time without time zone", "time"),
            Map.entry("numeric", "decimal"),
            Map.entry("nvarchar", "varchar"));

    private final Map<Dialect, Database> engines;
    private final Map<String, ColumnType> known = new HashMap<>();

    ConvertedTypes(Map<Dialect, Database> engines) {
        this.engines = new LinkedHashMap<>(engines);
    }

    /** Whether it is one of text, so that the engine's own collation counts. */
    static boolean isText(ColumnType type) {
        ColumnType portable = portable(type);
        boolean characters = type instanceof NativeType own
                && own.types().values().stream()
                        .anyMatch(physical -> physical.matches("(n?(var)?char|\\w*text|enum)\\b.*"));
        return characters
                || portable instanceof VarcharType
                || portable instanceof CharType
                || portable instanceof EnumType
                || portable == SimpleType.TEXT;
    }

    /** Without the physical types. */
    static @Nullable ColumnType portable(ColumnType type) {
        if (type instanceof NativeType own) {
            String universal = own.types().get(EngineSql.UNIVERSAL);
            return universal == null ? null : ColumnType.parse(universal);
        }
        return type;
    }

    /** Whether the engine numbers its rows by itself, as {@code serial} does. */
    boolean isNumbered(String type, Database database) {
        return liquibase(type, database).isAutoIncrement();
    }

    /** The type of a column; an unresolved {@code ${property}} is none. */
    ColumnType type(@Nullable String written) {
        if (written == null || written.isBlank()) {
            throw new UnconvertedException("a column has no type");
        }
        if (written.contains("${")) {
            throw new UnconvertedException("the type " + written + " names a property that has no value");
        }
        return known.computeIfAbsent(written.strip(), this::found);
    }

    private ColumnType found(String written) {
        LiquibaseDataType type = liquibase(written, engines.values().iterator().next());
        ColumnType portable = portable(type, written);
        Map<String, String> own = new LinkedHashMap<>();
        engines.forEach((dialect, database) -> {
            String physical =
                    liquibase(written, database).toDatabaseDataType(database).toSql();
            if (portable == null || differs(physical, portable, dialect)) {
                own.put(dialect.engine(), lower(physical));
            }
        });
        engines.forEach((dialect, database) -> {
            boolean taken = dialect.keys().stream().anyMatch(own::containsKey) && !own.containsKey(dialect.engine());
            if (taken) {
                own.put(
                        dialect.engine(),
                        lower(liquibase(written, database)
                                .toDatabaseDataType(database)
                                .toSql()));
            }
        });
        if (own.isEmpty()) {
            return Objects.requireNonNull(portable);
        }
        if (portable != null) {
            own.put(EngineSql.UNIVERSAL, portable.toString());
        }
        return new NativeType(own);
    }

    /** Words only: values of an enumeration stay. */
    private static String lower(String physical) {
        return physical.contains("'") ? physical : physical.toLowerCase(Locale.ROOT);
    }

    private static boolean differs(String physical, ColumnType portable, Dialect dialect) {
        return !dialect.supports(Feature.SINGLE_WRITER)
                && (dialect.syntax().marks(portable)
                        || !spelling(physical).equals(spelling(dialect.syntax().type(portable))));
    }

    private static String spelling(String type) {
        String text = type.toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s*([(),])\\s*", "$1")
                .replaceAll("\\s+", " ");
        int open = text.indexOf('(');
        int close = text.indexOf(')');
        if (open < 0 || close < open) {
            return SYNONYMS.getOrDefault(text, text);
        }
        String word = (text.substring(0, open) + text.substring(close + 1)).strip();
        return SYNONYMS.getOrDefault(word, word)
                + text.substring(open, close + 1).replace(",0)", ")");
    }

    private static LiquibaseDataType liquibase(String written, Database database) {
        return DataTypeFactory.getInstance().fromDescription(written, database);
    }

    private static @Nullable ColumnType portable(LiquibaseDataType type, String written) {
        List<String> parameters = List.of(type.getParameters()).stream()
                .map(String::valueOf)
                .map(String::strip)
                .toList();
        String first = parameters.isEmpty() ? NO_LENGTH : parameters.get(0).replaceAll("(?i)\\s*(char|byte)$", "");
        return switch (type.getName().toLowerCase(Locale.ROOT)) {
            case "varchar", "nvarchar" -> characters(first);
            case "char", "nchar" -> isNumber(first) ? new CharType(Integer.parseInt(first)) : new CharType(1);
            case "clob", "xml" -> SimpleType.TEXT;
            case "blob" -> SimpleType.BYTES;
            case "boolean" -> first.isEmpty() || first.equals("1") ? SimpleType.BOOLEAN : null;
            case "tinyint", "smallint" -> SimpleType.SMALLINT;
            case "int", "mediumint" -> SimpleType.INTEGER;
            case "bigint" -> SimpleType.BIGINT;
            case "float" -> written.toLowerCase(Locale.ROOT).startsWith("real") ? SimpleType.REAL : SimpleType.DOUBLE;
            case "double" -> SimpleType.DOUBLE;
            case "decimal", "number", "currency" -> decimal(parameters);
            case "date" -> SimpleType.DATE;
            case "time" -> SimpleType.TIME;
            case "datetime" -> SimpleType.TIMESTAMP;
            case "timestamp" ->
                written.toLowerCase(Locale.ROOT).matches(".*(with\\s+time\\s*zone|timestamptz|_with_timezone).*")
                        ? SimpleType.TIMESTAMPTZ
                        : SimpleType.TIMESTAMP;
            case "uuid" -> SimpleType.UUID;
            default -> parsed(written);
        };
    }

    private static ColumnType characters(String length) {
        boolean fits = isNumber(length) && Integer.parseInt(length) > 0 && Integer.parseInt(length) <= LONGEST_VARCHAR;
        return fits ? new VarcharType(Integer.parseInt(length)) : SimpleType.TEXT;
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}");
    }

    private static ColumnType decimal(List<String> parameters) {
        if (parameters.isEmpty() || !isNumber(parameters.get(0))) {
            return new DecimalType(38, 10);
        }
        int scale = parameters.size() > 1 && isNumber(parameters.get(1)) ? Integer.parseInt(parameters.get(1)) : 0;
        return new DecimalType(Integer.parseInt(parameters.get(0)), scale);
    }

    private static @Nullable ColumnType parsed(String written) {
        try {
            return ColumnType.parse(written);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
