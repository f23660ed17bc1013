package io.godwit.format;

import io.godwit.dialect.SplitterRules;
import io.godwit.dialect.SplitterRules.Syntax;
import io.godwit.dialect.StatementSplitter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds statements that begin or end a transaction: those are Godwit's business.
 *
 * <p>A document's text is read by rules that fit every engine well enough; a word counts only where what follows it makes it such a
 * statement, so BEGIN of a block or a body does not.
 */
final class OwnTransactions {

    private static final SplitterRules RULES = SplitterRules.with(
            Syntax.DOLLAR_QUOTES,
            Syntax.NESTED_COMMENTS,
            Syntax.ESCAPE_STRINGS,
            Syntax.BACKTICKS,
            Syntax.BLOCK_BODIES,
            Syntax.DELIMITER_LINES);

    private static final Set<String> FIRST = Set.of("BEGIN", "START", "COMMIT", "ROLLBACK", "ABORT", "END");

    private static final Set<String> SECOND = Set.of(
            "",
            ";",
            "TRANSACTION",
            "TRAN",
            "WORK",
            "DEFERRED",
            "IMMEDIATE",
            "EXCLUSIVE",
            "ISOLATION",
            "READ",
            "NOT",
            "AND",
            "TO");

    private OwnTransactions() {}

    static void report(String sql, Input input) {
        String found = find(sql);
        if (!found.isEmpty()) {
            input.fault(found + " is refused: Godwit begins and ends transactions; take the statement out");
        }
    }

    /** The words of the first such statement; empty if there is none. */
    private static String find(String sql) {
        if (!mayHold(sql)) {
            return "";
        }
        for (String statement : statements(sql)) {
            SqlWords words = new SqlWords(statement);
            String first = words.next();
            String second = words.next();
            if (FIRST.contains(first) && follows(first, second)) {
                return (first + " " + second.replace(";", "")).strip();
            }
        }
        return "";
    }

    private static boolean follows(String first, String second) {
        return switch (first) {
            case "START" -> second.equals("TRANSACTION");
            case "END" -> second.equals("TRANSACTION") || second.equals("WORK");
            default -> SECOND.contains(second);
        };
    }

    /** Most texts hold none of the words at all. */
    private static boolean mayHold(String sql) {
        String upper = sql.toUpperCase(Locale.ROOT);
        return FIRST.stream().anyMatch(upper::contains);
    }

    private static List<String> statements(String sql) {
        try {
            return new StatementSplitter(RULES).split(sql);
        } catch (IllegalArgumentException unclosed) {
            // The engine's own rules may read it otherwise; if they do not, the plan says so.
            return List.of(sql);
        }
    }
}
