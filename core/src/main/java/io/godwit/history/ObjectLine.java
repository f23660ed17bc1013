package io.godwit.history;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.godwit.dialect.JsonText;
import io.godwit.history.ObjectChange.Cleared;
import io.godwit.history.ObjectChange.Dropped;
import io.godwit.history.ObjectChange.Erased;
import io.godwit.history.ObjectChange.GivenBack;
import io.godwit.history.ObjectChange.HandedOver;
import io.godwit.history.ObjectChange.Made;
import io.godwit.history.ObjectChange.Renamed;
import io.godwit.history.ObjectChange.TakenBack;
import io.godwit.history.ObjectChange.Written;
import io.godwit.schema.Literal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes of ownership as one line of text: a flat JSON array, each change a word and what belongs to it. Stateless. */
final class ObjectLine {

    private ObjectLine() {}

    static String of(List<ObjectChange> changes) {
        return changes.stream()
                .flatMap(ObjectLine::words)
                .map(word -> '"' + new String(JsonStringEncoder.getInstance().quoteAsString(word)) + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Stream<String> words(ObjectChange change) {
        if (change instanceof Made made) {
            return Stream.concat(Stream.of("made"), words(made.name()));
        } else if (change instanceof Dropped dropped) {
            return Stream.concat(Stream.of("dropped"), words(dropped.name()));
        } else if (change instanceof Renamed renamed) {
            return Stream.concat(Stream.of("renamed", renamed.to()), words(renamed.from()));
        } else if (change instanceof HandedOver over) {
            return Stream.of("handed-over", over.object(), over.from(), over.to());
        } else if (change instanceof Erased erased) {
            return Stream.concat(Stream.of("erased"), words(erased.key()));
        } else if (change instanceof Written written) {
            return Stream.concat(
                    Stream.concat(Stream.of("written"), words(written.row().key())),
                    written.row().texts().values().stream());
        }
        return Stream.of(
                change instanceof TakenBack ? "taken-back" : change instanceof GivenBack ? "given-back" : "cleared");
    }

    private static Stream<String> words(ObjectName name) {
        return Stream.of(name.kind().toString(), name.object(), name.part());
    }

    private static Stream<String> words(ObjectRow.Key key) {
        return Stream.of(key.migrationId(), Long.toString(key.position()));
    }

    /** What {@link #of} wrote. */
    static List<ObjectChange> parse(String line) {
        Iterator<String> words =
                new JsonText(line).elements().stream().map(Literal::text).iterator();
        List<ObjectChange> changes = new ArrayList<>();
        while (words.hasNext()) {
            changes.add(change(words.next(), words));
        }
        return changes;
    }

    private static ObjectChange change(String verb, Iterator<String> words) {
        return switch (verb) {
            case "made" -> new Made(name(words));
            case "dropped" -> new Dropped(name(words));
            case "renamed" -> {
                String to = words.next();
                yield new Renamed(name(words), to);
            }
            case "handed-over" -> new HandedOver(words.next(), words.next(), words.next());
            case "erased" -> new Erased(key(words));
            case "written" ->
                new Written(new ObjectRow(
                        key(words), words.next(), words.next(), words.next(), words.next(), words.next()));
            case "taken-back" -> new TakenBack();
            case "given-back" -> new GivenBack();
            case "cleared" -> new Cleared();
            default -> throw new IllegalArgumentException("'" + verb + "' is no change of ownership");
        };
    }

    private static ObjectName name(Iterator<String> words) {
        return new ObjectName(ObjectKind.parse(words.next()), words.next(), words.next());
    }

    private static ObjectRow.Key key(Iterator<String> words) {
        return new ObjectRow.Key(words.next(), Long.parseLong(words.next()));
    }
}
