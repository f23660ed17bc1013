package io.godwit.history;

import io.godwit.dialect.JsonText;
import io.godwit.schema.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far a transform got; it commits together with the rows that it counts. Immutable.
 *
 * @param pass 1 for the first way through the source; 2 when it looks for rows that came behind its back; 9 when all are moved
 * @param read rows of the source
 * @param written rows of the target that were added or changed
 * @param rejected rows that were left out, with a reason
 * @param warned rows that break a rule that only warns
 * @param key of the last row that was read; empty before the first
 */
public record Checkpoint(int pass, long read, long written, long rejected, long warned, List<Literal> key) {

    /** Before the first row. */
    public static final Checkpoint START = new Checkpoint(1, 0, 0, 0, 0, List.of());

    private static final int COUNTS = 5;
    private static final int ENDED = 9;

    public Checkpoint {
        key = List.copyOf(key);
    }

    /** Behind a batch. */
    public Checkpoint behind(List<Literal> last, long moreRead, long moreWritten, long moreRejected, long moreWarned) {
        return new Checkpoint(
                pass, read + moreRead, written + moreWritten, rejected + moreRejected, warned + moreWarned, last);
    }

    /** From the first row again. */
    public Checkpoint again() {
        return new Checkpoint(pass + 1, read, written, rejected, warned, List.of());
    }

    /** When all is done. */
    public Checkpoint ended() {
        return new Checkpoint(ENDED, read, written, rejected, warned, List.of());
    }

    /** Whether nothing is left but to clear away. */
    public boolean hasEnded() {
        return pass == ENDED;
    }

    static Checkpoint parse(String text) {
        List<Literal> elements = new JsonText(text).elements();
        List<Long> counts = elements.subList(0, COUNTS).stream()
                .map(element -> Long.parseLong(element.text()))
                .toList();
        return new Checkpoint(
                counts.get(0).intValue(),
                counts.get(1),
                counts.get(2),
                counts.get(3),
                counts.get(4),
                elements.subList(COUNTS, elements.size()));
    }

    /** As a JSON array. */
    @Override
    public String toString() {
        List<Literal> elements = new ArrayList<>(List.of(
                Literal.of(pass), Literal.of(read), Literal.of(written), Literal.of(rejected), Literal.of(warned)));
        elements.addAll(key);
        return elements.stream().map(element -> JsonText.of(element).json()).collect(Collectors.joining(",", "[", "]"));
    }
}
