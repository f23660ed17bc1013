package io.godwit.dialect.mysql;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.TableText;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.Constraint;
import io.godwit.schema.EnumType;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Generated;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** MySQL's definitions, as far as they differ from the standard. */
final class MySqlText extends TableText {

    /** Types whose default is an expression always: https://dev.mysql.com/doc/refman/8.4/en/data-type-defaults.html. */
    private static final Pattern LARGE =
            Pattern.compile("(?i)(?:tiny|medium|long)?(?:text|blob)\\b.*|json\\b.*|vector\\b.*|geometry\\b.*");

    private static final Pattern CHARACTERS =
            Pattern.compile("(?is)(?:(?:var)?char|(?:tiny|medium|long)?text|enum|set)\\b.*");
    private static final Pattern COLLATED = Pattern.compile("(?i).*\\b(?:character set|charset|collate)\\b.*");

    /** With its precision, which a default and its column must have in common. */
    private static final Pattern CURRENT = Pattern.compile("(?i)current_timestamp(?:\\((\\d*)\\))?");

    private static final Pattern TIMES = Pattern.compile("(?i)(?:timestamp|datetime)(?:\\((\\d+)\\))?(?: .*)?");

    private final MySqlDialect dialect;
    private final MySqlSyntax syntax;

    MySqlText(MySqlDialect dialect, RenderContext context) {
        super(dialect, context);
        this.dialect = dialect;
        this.syntax = dialect.mySqlSyntax();
    }

    MySqlSyntax syntax() {
        return syntax;
    }

    /** MySQL makes a question mark of what does not fit in two bytes, and cuts blanks. */
    @Override
    protected void checkName(Name name) {
        String text = name.text();
        if (text.codePoints().anyMatch(codePoint -> codePoint > 0xFFFF)) {
            throw refuse(
                    "the name " + name, "a name has characters of the Basic Multilingual Plane only", "another name");
        }
        if (text.endsWith(" ")) {
            throw refuse("the name '" + name + "'", "a name does not end with a blank", "another name");
        }
    }

    @Override
    public String createTable(Table given, boolean ifNotExists) {
        Table table = given.normalised(dialect.naming());
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(column(table, column)));
        table.foreignKeys().forEach(key -> ForeignKeyIndex.definition(this, key).ifPresent(parts::add));
        constraints(table).forEach(constraint -> parts.add(constraint(table.name(), constraint)));
        return "CREATE TABLE " + (ifNotExists ? "IF NOT EXISTS " : "") + name(table.name()) + " (\n  "
                + String.join(",\n  ", parts) + "\n) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE "
                + syntax.exactCollation()
                + (table.comment() == null ? "" : " COMMENT=" + MySqlSyntax.comment(table.comment()));
    }

    @Override
    protected List<Constraint> constraints(Table table) {
        List<Constraint> constraints = new ArrayList<>(super.constraints(table));
        table.columns().forEach(column -> enumCheck(table.name(), column).ifPresent(constraints::add));
        return constraints;
    }

    /** The check that is part of an enum's type; empty for every other type. */
    Optional<Check> enumCheck(TableName table, Column column) {
        if (!(column.type() instanceof EnumType type)) {
            return Optional.empty();
        }
        String values = type.values().stream().map(syntax::text).collect(Collectors.joining(", "));
        return Optional.of(new Check(
                dialect.naming().enumCheck(table, column.name()),
                Expression.ofEngine(name(column.name()) + " IN (" + values + ")")));
    }

    /** All that is said of one column: MODIFY drops what it does not name. */
    @Override
    public String column(Table table, Column column) {
        StringBuilder text = new StringBuilder(name(column.name())).append(' ').append(type(column.type()));
        String collation = collation(column);
        text.append(collation.isEmpty() ? "" : " " + collation);
        Generated generated = column.generated();
        if (generated != null) {
            text.append(' ').append(generated(generated, column.type(), table.name()));
        }
        text.append(nullability(column));
        Value defaultValue = column.defaultValue();
        if (defaultValue != null) {
            text.append(" DEFAULT ").append(defaultText(defaultValue, column, table.name()));
        }
        text.append(column.identity() ? " AUTO_INCREMENT" : "");
        TypeMark.write(column.comment(), column.type(), syntax)
                .ifPresent(comment -> text.append(" COMMENT ").append(MySqlSyntax.comment(comment)));
        return text.toString();
    }

    /** MariaDB takes no NOT NULL on a generated column; a TIMESTAMP of the engine's own is NOT NULL unless it is said. */
    private String nullability(Column column) {
        boolean generated = column.generated() != null && syntax.isMariaDb();
        if (!column.nullable() && !generated) {
            return " NOT NULL";
        }
        return column.type() instanceof NativeType && !generated ? " NULL" : "";
    }

    @Override
    protected String collation(Column column) {
        String type = type(column.type());
        boolean characters = CHARACTERS.matcher(type).matches()
                && !COLLATED.matcher(type.replaceAll("'[^']*'", "")).matches();
        if (!characters) {
            return "";
        }
        String collation = column.collation();
        if (collation == null) {
            return "COLLATE " + syntax.exactCollation();
        }
        return "COLLATE " + (collation.equals("native") ? syntax.nativeCollation() : collationName(collation));
    }

    private String collationName(String collation) {
        if (!collation.matches("[A-Za-z0-9_]+")) {
            throw refuse("the collation '" + collation + "'", "it is none of the engine's", "\"native\", or none");
        }
        return collation;
    }

    /** An expression stands in brackets, and so does a literal that the engine would not take as one. */
    String defaultText(Value value, Column column, TableName table) {
        String text = value(value, column.type(), table);
        boolean bracketed =
                value instanceof Expression || text.contains("(") || (isLarge(column) && !text.equals("NULL"));
        if (isCurrentTime(text, type(column.type()))) {
            return text;
        }
        return bracketed ? "(" + text + ")" : text;
    }

    /**
     * The one expression that a type of times takes by itself, and in the column's definition only; in brackets it would be another
     * default, {@code now()}.
     */
    static boolean isCurrentTime(String text, String type) {
        Matcher current = CURRENT.matcher(text);
        Matcher time = TIMES.matcher(type);
        return current.matches()
                && time.matches()
                && Objects.requireNonNullElse(current.group(1), "")
                        .equals(Objects.requireNonNullElse(time.group(1), ""));
    }

    /** Whether it is of a type that has no literal default and no index without a length. */
    boolean isLarge(Column column) {
        return LARGE.matcher(type(column.type())).matches();
    }

    /** Whether an UPDATE of the row sets it to the time; MariaDB forgets that together with a default that ALTER COLUMN drops. */
    boolean isTouched(Column column) {
        return type(column.type()).contains(CatalogType.ON_UPDATE_WORDS);
    }

    /** A primary key is called PRIMARY, whatever its name. */
    @Override
    public String constraint(TableName table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY (" + names(key.columns()) + ")";
        }
        if (constraint instanceof Check
                && !syntax.isMariaDb()
                && !syntax.version().atLeast(8, 0, 16)) {
            throw refuse(
                    "the check " + constraint.name() + " of " + table,
                    "MySQL reads checks and ignores them before 8.0.16",
                    "upgrade the server");
        }
        return super.constraint(table, constraint);
    }

    /** A check that stands with its column has the column's name in MariaDB, and goes when the column is restated without it. */
    String columnCheck(Table table, Column column) {
        return syntax.isMariaDb()
                ? table.checks().stream()
                        .filter(check -> column.name().equals(check.name()))
                        .map(check -> " CHECK (" + expression(check.expression(), table.name()) + ")")
                        .collect(Collectors.joining())
                : "";
    }

    /** MySQL knows DROP CONSTRAINT from 8.0.19 on, MariaDB no DROP CHECK. */
    String dropCheck() {
        return syntax.isMariaDb() ? "DROP CONSTRAINT " : "DROP CHECK ";
    }

    @Override
    protected String references(ForeignKey key) {
        if (key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
            throw refuse(
                    "SET DEFAULT of the foreign key " + key.name(),
                    "the engine takes the words and does nothing",
                    "SET NULL, or CASCADE");
        }
        String references = super.references(key);
        return syntax().isMariaDb()
                ? references + nothing("DELETE", key.onDelete()) + nothing("UPDATE", key.onUpdate())
                : references;
    }

    /** MariaDB takes RESTRICT for what is not said. */
    private static String nothing(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? " ON " + event + " NO ACTION" : "";
    }

    /** TRUNCATE TABLE asks for the privilege DROP, which lets a table be dropped too. */
    @Override
    public String privileges(List<String> privileges) {
        String words = super.privileges(privileges);
        if (words.contains("TRUNCATE")) {
            throw refuse(
                    "the privilege TRUNCATE",
                    "here it goes with the right to drop the table",
                    "the privilege delete, or DROP under the key \"" + dialect.engine() + "\"");
        }
        return words;
    }

    UnsupportedByDialectException refuse(String construct, String reason, String alternative) {
        return new UnsupportedByDialectException(new Unsupported(dialect.engine(), construct, reason, alternative));
    }
}
