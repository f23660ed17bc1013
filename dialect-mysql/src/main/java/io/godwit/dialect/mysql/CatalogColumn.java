package io.godwit.dialect.mysql;

import io.godwit.schema.CharType;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One column as information_schema has it.
 *
 * @param name its name
 * @param type such as {@code varchar(20)}
 * @param collation null where the type has none
 * @param nullable whether NULL is allowed
 * @param defaultText null for none
 * @param extra such as {@code auto_increment} or {@code DEFAULT_GENERATED}
 * @param generation the expression of a generated column; empty for none
 * @param comment with the mark of its type
 */
record CatalogColumn(
        Name name,
        String type,
        @Nullable String collation,
        boolean nullable,
        @Nullable String defaultText,
        String extra,
        String generation,
        String comment) {

    /**
     * The portable column.
     *
     * @param enumCheck the check that is part of an enum's type
     * @param json whether MariaDB checks that the text is JSON
     */
    Column column(MySqlSyntax syntax, Optional<Check> enumCheck, boolean json) {
        TypeMark mark = TypeMark.read(comment);
        ColumnType read = json ? SimpleType.JSON : new CatalogType(type, extra, collation).portable(syntax.engine());
        ColumnType marked = mark.type();
        boolean believed = marked != null && isWritten(marked, read, syntax);
        ColumnType portable = believed && marked != null
                ? marked
                : enumCheck
                        .<ColumnType>map(check -> new EnumType(values(check)))
                        .orElse(read);
        String given = MySqlSyntax.readComment(comment);
        String words = believed ? mark.words() : given.isEmpty() ? null : given;
        return new Column(
                name,
                portable,
                nullable,
                new CatalogDefault(defaultText, portable, extra, syntax.isMariaDb()).value(),
                false,
                false,
                null,
                null,
                has("auto_increment"),
                generated(),
                words,
                collation(portable, syntax),
                false);
    }

    boolean isHidden() {
        return HiddenColumn.isHidden(name);
    }

    /** Whether a column that is marked so has the type that was found. */
    private static boolean isWritten(ColumnType marked, ColumnType found, MySqlSyntax syntax) {
        if (marked instanceof NativeType) {
            return false;
        }
        // The catalog says datetime for datetime(0).
        String written = syntax.type(marked);
        return written.equals(syntax.type(found))
                || (found instanceof NativeType && written.replace("(0)", "").equalsIgnoreCase(syntax.type(found)));
    }

    private @Nullable Generated generated() {
        return generation.isEmpty() ? null : new Generated(Expression.ofEngine(generation), has("stored generated"));
    }

    private @Nullable String collation(ColumnType portable, MySqlSyntax syntax) {
        boolean text = portable == SimpleType.TEXT
                || portable instanceof VarcharType
                || portable instanceof CharType
                || portable instanceof EnumType
                || portable instanceof NativeType;
        return text && !syntax.exactCollation().equals(collation) ? collation : null;
    }

    private boolean has(String words) {
        return extra.toLowerCase(Locale.ROOT).contains(words);
    }

    private static List<String> values(Check check) {
        return new QuotedTexts(check.expression().text()).all();
    }
}
