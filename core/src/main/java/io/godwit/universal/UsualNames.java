package io.godwit.universal;

import io.godwit.schema.Check;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import io.godwit.universal.Token.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names that PostgreSQL gives to what has none ({@code makeObjectName} and {@code ChooseConstraintName} there), on every engine:
 * authors of PostgreSQL's SQL count on them in later statements. For one table of one statement.
 */
final class UsualNames {

    private static final int MAXIMUM_BYTES = 63;

    private final TableName table;
    private final Set<String> taken = new HashSet<>();

    UsualNames(TableName table) {
        this.table = table;
    }

    /** Counts with the names that a table has already. */
    UsualNames besides(Table known) {
        PrimaryKey key = known.primaryKey();
        take(key == null ? null : key.name());
        known.uniques().forEach(unique -> take(unique.name()));
        known.foreignKeys().forEach(foreignKey -> take(foreignKey.name()));
        known.checks().forEach(check -> take(check.name()));
        known.indexes().forEach(index -> take(index.name()));
        return this;
    }

    void take(@Nullable Name name) {
        if (name != null) {
            taken.add(name.text());
        }
    }

    PrimaryKey named(PrimaryKey key) {
        return key.name() != null ? key : key.named(free("", "pkey"));
    }

    UniqueKey named(UniqueKey unique) {
        return unique.name() != null ? unique : unique.named(free(joined(unique.columns()), "key"));
    }

    ForeignKey named(ForeignKey key) {
        return key.name() != null ? key : key.named(free(joined(key.columns()), "fkey"));
    }

    /** A check of one column has that column in its name. */
    Check named(Check check, Collection<Name> columns) {
        if (check.name() != null) {
            return check;
        }
        Set<Name> used = used(check.expression(), columns);
        return check.named(free(used.size() == 1 ? used.iterator().next().text() : "", "check"));
    }

    Index named(Index index) {
        return index.name() != null
                ? index
                : index.withName(
                        free(index.columns().stream().map(UsualNames::part).collect(Collectors.joining("_")), "idx"));
    }

    private static String part(IndexColumn column) {
        Name name = column.name();
        Expression expression = column.expression();
        if (name != null || expression == null) {
            return String.valueOf(name);
        }
        List<Token> tokens = new Lexer(new Source(expression.text(), expression.position())).tokens();
        boolean call = tokens.get(0).kind() == Kind.WORD
                && tokens.get(1).isSymbol("(")
                && tokens.get(tokens.size() - 2).isSymbol(")");
        return call ? tokens.get(0).text() : "expr";
    }

    private static Set<Name> used(Expression expression, Collection<Name> columns) {
        Set<Name> used = new LinkedHashSet<>();
        for (Token token : new Lexer(new Source(expression.text(), expression.position())).tokens()) {
            if (token.kind() == Kind.WORD || token.kind() == Kind.NAME) {
                Name name = token.text().isEmpty() ? null : Name.of(token.text());
                if (name != null && columns.contains(name)) {
                    used.add(name);
                }
            }
        }
        return used;
    }

    private Name free(String columns, String label) {
        String name = made(columns, label);
        for (int number = 1; !taken.add(name); number++) {
            name = made(columns, label + number);
        }
        return Name.of(name);
    }

    /** The longer of table and columns is cut until all fits. */
    private String made(String columns, String label) {
        String first = table.name().text();
        String second = columns;
        int room = MAXIMUM_BYTES - label.length() - 1 - (columns.isEmpty() ? 0 : 1);
        while (bytes(first) + bytes(second) > room) {
            if (bytes(first) > bytes(second)) {
                first = shorter(first);
            } else {
                second = shorter(second);
            }
        }
        return first + (columns.isEmpty() ? "" : "_" + second) + "_" + label;
    }

    private static String shorter(String text) {
        return text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String joined(List<Name> names) {
        return names.stream().map(Name::text).collect(Collectors.joining("_"));
    }
}
