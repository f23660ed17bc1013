package io.godwit.history;

import io.godwit.dialect.JsonText;
import io.godwit.schema.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a step got whose statements commit by themselves. Immutable.
 *
 * @param operations how many of its operations are done
 * @param statement how many statements of the next operation are done; the one behind them may be. {@link #ANY} where the
 *     statements are of several operations, one each, and any of them may be done
 * @param statements the statements of the next operation, or operations; empty when none has begun
 * @param checkpoint how many of its rows are moved; null before the first
 */
public record StepProgress(
        int operations,
        int statement,
        List<String> statements,
        @Nullable Checkpoint checkpoint) {

    /** Any of the statements may be done; the engine refuses those that are. */
    public static final int ANY = -1;

    public static final StepProgress NONE = new StepProgress(0, 0, List.of());

    public StepProgress {
        statements = List.copyOf(statements);
    }

    /** Of a step that moves no rows, or has not begun to. */
    public StepProgress(int operations, int statement, List<String> statements) {
        this(operations, statement, statements, null);
    }

    /** Behind a step's operations, in the midst of its rows. */
    public static StepProgress at(int operations, Checkpoint checkpoint) {
        return new StepProgress(operations, 0, List.of(), checkpoint);
    }

    /** Before the statements of an operation. */
    public static StepProgress before(int operations, List<String> statements) {
        return new StepProgress(operations, 0, statements);
    }

    /** In the midst of operations that have one statement each. */
    public static StepProgress among(int operations, List<String> statements) {
        return new StepProgress(operations, ANY, statements);
    }

    /** The same, with one statement more. */
    public StepProgress next() {
        return new StepProgress(operations, statement + 1, statements);
    }

    /** The same with all statements done. */
    public StepProgress behind() {
        return new StepProgress(operations, statements.size(), statements);
    }

    static StepProgress parse(String text) {
        List<Literal> elements = text.isEmpty() ? List.of() : new JsonText(text).elements();
        if (elements.size() < 2) {
            return NONE;
        }
        int operations = Integer.parseInt(elements.get(0).text());
        if (elements.size() == 3 && elements.get(2).kind() == Literal.Kind.JSON) {
            return at(operations, Checkpoint.parse(elements.get(2).text()));
        }
        return new StepProgress(
                operations,
                Integer.parseInt(elements.get(1).text()),
                elements.subList(2, elements.size()).stream().map(Literal::text).toList());
    }

    /** As a JSON array; empty for none. */
    @Override
    public String toString() {
        if (equals(NONE)) {
            return "";
        }
        List<Literal> elements = new ArrayList<>(List.of(Literal.of(operations), Literal.of(statement)));
        statements.forEach(sql -> elements.add(Literal.of(sql)));
        if (checkpoint != null) {
            elements.add(Literal.ofJson(checkpoint.toString()));
        }
        return elements.stream().map(element -> JsonText.of(element).json()).collect(Collectors.joining(",", "[", "]"));
    }
}
