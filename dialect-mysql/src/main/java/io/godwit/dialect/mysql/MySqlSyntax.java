package io.godwit.dialect.mysql;

import io.godwit.dialect.FunctionForms;
import io.godwit.dialect.StandardSyntax;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MySQL's names, literals and types. Stateless and thread-safe. */
class MySqlSyntax extends StandardSyntax {

    /** Of a row's 65,535 bytes, four for each character: https://dev.mysql.com/doc/refman/8.4/en/column-count-limit.html. */
    private static final int LONGEST_VARCHAR = 16_383;

    private static final int LONGEST_CHAR = 255;

    private final String engine;
    private final ServerVersion version;
    private final FunctionForms functions;

    MySqlSyntax(ServerVersion version) {
        this(MySqlDialect.ENGINE, version);
    }

    MySqlSyntax(String engine, ServerVersion version) {
        this.engine = engine;
        this.version = version;
        this.functions = new MySqlFunctions(this);
    }

    final ServerVersion version() {
        return version;
    }

    @Override
    public final FunctionForms functions() {
        return functions;
    }

    /** A name of the engine that the dialect is for, in refusals. */
    final String engine() {
        return engine;
    }

    boolean isMariaDb() {
        return false;
    }

    /** The collation under which texts are equal when their code points are. Before 8.0.17 only one that ignores blanks at the end. */
    String exactCollation() {
        return version.atLeast(8, 0, 17) ? "utf8mb4_0900_bin" : "utf8mb4_bin";
    }

    /** What the engine takes when nobody says. */
    String nativeCollation() {
        return "utf8mb4_0900_ai_ci";
    }

    @Override
    public String name(Name name) {
        return '`' + name.text().replace("`", "``") + '`';
    }

    /** A schema is a database here, so it is folded into the name. */
    @Override
    public String table(TableName name) {
        return name(name.folded());
    }

    /**
     * A backslash, and what cannot stand in a text, goes as its bytes: whether a backslash escapes depends on the session. MariaDB
     * loses it from stored expressions where {@code _utf8mb4} stands before the bytes.
     */
    @Override
    public String text(String characters) {
        boolean plain = characters.indexOf('\\') < 0 && characters.indexOf('\0') < 0;
        return plain
                ? super.text(characters)
                : "CONVERT(X'" + HexFormat.of().formatHex(characters.getBytes(StandardCharsets.UTF_8))
                        + "' USING utf8mb4)";
    }

    private static final Pattern ESCAPED = Pattern.compile("\\\\u\\{([0-9a-f]{1,6})}");

    /** A comment as the catalog has it: characters beyond the Basic Multilingual Plane are written as their numbers. */
    private static String escaped(String characters) {
        StringBuilder escaped = new StringBuilder();
        characters.replace("\\u{", "\\u{5c}u{").codePoints().forEach(codePoint -> {
            if (Character.isSupplementaryCodePoint(codePoint)) {
                escaped.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
            } else {
                escaped.appendCodePoint(codePoint);
            }
        });
        return escaped.toString();
    }

    /** What was given to {@link #comment}, from what the catalog has. */
    static String readComment(String comment) {
        return ESCAPED.matcher(comment)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    /** For COMMENT, which takes nothing but a quoted text; the session's settings make the backslash an escape. */
    static String comment(String characters) {
        return "'" + escaped(characters).replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** A text in an expression: what is written as bytes has MySQL's own collation otherwise, by which A is a. */
    final String exactText(String characters) {
        String text = text(characters);
        return text.startsWith("'") ? text : "(" + text + " COLLATE " + exactCollation() + ")";
    }

    @Override
    public boolean marks(ColumnType type) {
        return TypeMark.isNeeded(type, this);
    }

    @Override
    public String literal(Literal literal, @Nullable ColumnType type) {
        MySqlLiteral value = new MySqlLiteral(literal, this);
        return literal.isNull() ? "NULL" : type == null ? value.untyped() : type.accept(value);
    }

    /** A vector column's value. */
    final String vector(String json) {
        return hasVectors() ? vectorOf(text(json)) : text(json);
    }

    /** The vector that a text tells. */
    String vectorOf(String text) {
        return "STRING_TO_VECTOR(" + text + ")";
    }

    boolean hasVectors() {
        return version.atLeast(9, 0, 0);
    }

    /** FLOAT shows six digits of a value, so that single precision has the type of double precision here. */
    @Override
    public String visit(SimpleType type) {
        return switch (type) {
            case UUID -> "CHAR(36) CHARACTER SET ascii COLLATE ascii_bin";
            case BOOLEAN -> "TINYINT(1)";
            case SMALLINT -> "SMALLINT";
            case INTEGER -> "INT";
            case BIGINT -> "BIGINT";
            case REAL, DOUBLE -> "DOUBLE";
            case TEXT -> "LONGTEXT";
            case BYTES -> "LONGBLOB";
            case DATE -> "DATE";
            case TIME -> "TIME(6)";
            case TIMESTAMP, TIMESTAMPTZ -> "DATETIME(6)";
            case JSON -> "JSON";
        };
    }

    @Override
    public String visit(VarcharType type) {
        if (type.length() > LONGEST_VARCHAR) {
            throw refuse(type, "a row has room for " + LONGEST_VARCHAR + " characters", "text");
        }
        return "VARCHAR(" + type.length() + ")";
    }

    /** The engine shows its values without the blanks at their end. */
    @Override
    public String visit(CharType type) {
        if (type.length() > LONGEST_CHAR) {
            throw refuse(type, "it has room for " + LONGEST_CHAR + " characters", "varchar(n)");
        }
        return "CHAR(" + type.length() + ")";
    }

    @Override
    public String visit(DecimalType type) {
        if (type.precision() > 65 || type.scale() > 30) {
            throw refuse(type, "it keeps 65 digits, 30 of them after the point", "fewer digits, or text");
        }
        return "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
    }

    @Override
    public String visit(EnumType type) {
        int longest = type.values().stream()
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .max()
                .orElse(1);
        return "VARCHAR(" + longest + ")";
    }

    @Override
    public String visit(ArrayType type) {
        return "JSON";
    }

    @Override
    public String visit(VectorType type) {
        return hasVectors() ? "VECTOR(" + type.dimensions() + ")" : "JSON";
    }

    @Override
    public String visit(NativeType type) {
        Optional<String> own =
                keys().stream().map(type.types()::get).filter(Objects::nonNull).findFirst();
        if (own.isPresent()) {
            return own.get();
        }
        return type(meaning(type));
    }

    /** The portable type that a native one gives for engines that it does not name. */
    private ColumnType meaning(NativeType type) {
        String universal = type.types().get("universal");
        if (universal == null) {
            throw refuse(type, "it names no type for this engine", "the key \"" + engine + "\" or \"universal\"");
        }
        return ColumnType.parse(universal);
    }

    List<String> keys() {
        return List.of(MySqlDialect.ENGINE);
    }

    private UnsupportedByDialectException refuse(ColumnType type, String reason, String alternative) {
        return new UnsupportedByDialectException(new Unsupported(engine, "the type " + type, reason, alternative));
    }
}
