package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.schema.TableName;
import io.godwit.universal.Token.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns that a sequence of their own numbers: what a dump makes of SERIAL. A sequence that one script makes, and that nothing but
 * the default of one column of a table of that script asks, is such a column's. Mutable, for one thread.
 */
final class SerialColumns {

    private final Map<TableName, ColumnPlace> columns = new HashMap<>();
    private final Set<TableName> sequences = new HashSet<>();
    private final Set<ColumnPlace> identities = new HashSet<>();

    void addAll(SerialColumns others) {
        columns.putAll(others.columns);
        sequences.addAll(others.sequences);
        identities.addAll(others.identities);
    }

    /** Looks at a script before any of it is read. */
    void scan(List<Source> script) {
        if (script.stream().map(Source::text).noneMatch(SerialColumns::mayNumber)) {
            return;
        }
        Set<TableName> made = new HashSet<>();
        Set<TableName> tables = new HashSet<>();
        Map<TableName, Integer> asked = new HashMap<>();
        Map<TableName, ColumnPlace> later = new HashMap<>();
        for (Source statement : script) {
            String start = statement
                    .text()
                    .substring(0, Math.min(30, statement.text().length()))
                    .toLowerCase(Locale.ROOT);
            boolean asks = statement.text().toLowerCase(Locale.ROOT).contains("nextval");
            if (start.startsWith("alter")
                    && statement.text().toLowerCase(Locale.ROOT).contains("generated")) {
                ColumnPlace place = altered(new TokenReader(statement), "add", "generated");
                if (place != null) {
                    identities.add(place);
                }
            } else if (asks
                    || (start.startsWith("create") && (start.contains("sequence") || start.contains("table")))) {
                look(new TokenReader(statement), asks, made, tables, asked, later);
            }
        }
        for (TableName sequence : made) {
            ColumnPlace place = later.get(sequence);
            if (asked.getOrDefault(sequence, 0) == 1 && (place == null || tables.contains(place.table()))) {
                sequences.add(sequence);
                if (place != null) {
                    columns.put(sequence, place);
                }
            }
        }
    }

    private static boolean mayNumber(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("nextval") || (lower.startsWith("alter") && lower.contains("generated"));
    }

    private static void look(
            TokenReader tokens,
            boolean asks,
            Set<TableName> made,
            Set<TableName> tables,
            Map<TableName, Integer> asked,
            Map<TableName, ColumnPlace> later) {
        boolean createsSequence = tokens.accept("create", "sequence");
        if (createsSequence || tokens.accept("create", "table")) {
            tokens.accept("if", "not", "exists");
            TableName name = name(tokens);
            (createsSequence ? made : tables).add(name);
            if (createsSequence && !countsByOne(tokens)) {
                made.remove(name);
            }
        }
        if (asks) {
            ColumnPlace place = altered(tokens, "set", "default");
            while (tokens.peek().kind() != Kind.END) {
                TableName sequence = tokens.isWord("nextval") ? argument(tokens) : null;
                if (sequence != null) {
                    asked.merge(sequence, 1, Integer::sum);
                    if (place != null) {
                        later.put(sequence, place);
                    }
                }
                tokens.take();
            }
        }
    }

    /** A table's or sequence's name. */
    static TableName name(TokenReader tokens) {
        List<Name> names = tokens.dottedNames();
        Name last = names.get(names.size() - 1);
        return names.size() == 1 ? new TableName(null, last) : new TableName(names.get(names.size() - 2), last);
    }

    private static boolean countsByOne(TokenReader tokens) {
        boolean byOne = true;
        for (String option = ""; tokens.peek().kind() != Kind.END; ) {
            Token token = tokens.take();
            option = token.kind() == Kind.WORD && !token.isWord("with") && !token.isWord("by") ? token.text() : option;
            boolean counts = option.equals("start") || option.equals("increment");
            byOne &= !(counts
                    && (token.isSymbol("-")
                            || (token.kind() == Kind.NUMBER && !token.text().equals("1"))));
        }
        return byOne;
    }

    /** The column of ALTER TABLE … ALTER COLUMN and these words; null for another statement. */
    private static @Nullable ColumnPlace altered(TokenReader tokens, String... words) {
        if (!tokens.accept("alter", "table")) {
            return null;
        }
        tokens.accept("if", "exists");
        tokens.accept("only");
        TableName table = name(tokens);
        if (!tokens.accept("alter")) {
            return null;
        }
        tokens.accept("column");
        Name column = tokens.name();
        return tokens.accept(words) ? new ColumnPlace(table, column) : null;
    }

    /** The sequence that {@code nextval(} at hand asks; null if that is not said by a constant. */
    private static @Nullable TableName argument(TokenReader tokens) {
        Token name = tokens.peek(2);
        return tokens.peek(1).isSymbol("(") && name.kind() == Kind.STRING ? sequence(name.text()) : null;
    }

    /** The name in a string such as {@code public.city_id_seq}. */
    static TableName sequence(String text) {
        return name(new TokenReader(new Source(text, Position.NONE)));
    }

    /** Whether the sequence is a column's own. */
    boolean isOwn(TableName sequence) {
        return sequences.contains(sequence);
    }

    /** Whether a later statement gives that column its sequence. */
    boolean isNumbered(ColumnPlace column) {
        return columns.containsValue(column) || identities.contains(column);
    }

    /** Remembers the column whose default asks for the sequence. */
    void number(TableName sequence, ColumnPlace column) {
        columns.put(sequence, column);
    }

    Optional<ColumnPlace> column(TableName sequence) {
        return Optional.ofNullable(columns.get(sequence));
    }

    /** The sequence of its own that a default asks, {@code nextval('…'::regclass)}; null for any other default. */
    @Nullable
    TableName asked(Node value) {
        if (value instanceof Node.FunctionCall call
                && call.name().equals("nextval")
                && call.arguments().size() == 1) {
            Node argument = call.arguments().get(0);
            while (argument instanceof Node.Conversion || argument instanceof Node.Brackets) {
                argument = argument instanceof Node.Conversion conversion
                        ? conversion.operand()
                        : ((Node.Brackets) argument).inner();
            }
            if (argument instanceof Node.Constant constant && constant.kind() == Node.Constant.Kind.TEXT) {
                TableName sequence = sequence(constant.value());
                return isOwn(sequence) ? sequence : null;
            }
        }
        return null;
    }
}
