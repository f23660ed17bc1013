package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.universal.Token.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how a sequence counts. For one thread. */
final class SequenceOptions {

    private final Reading reading;
    private final TokenReader tokens;
    private long start = 1;
    private long increment = 1;
    private @Nullable ColumnPlace owner;

    SequenceOptions(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    long start() {
        return start;
    }

    long increment() {
        return increment;
    }

    /** The column that it numbers; null if none is named. */
    @Nullable
    ColumnPlace owner() {
        return owner;
    }

    /** The brackets behind AS IDENTITY, if they come next; the column counts from 1 by 1. */
    void ofIdentity() {
        if (!tokens.isSymbol("(")) {
            return;
        }
        int at = tokens.take().start();
        read();
        tokens.expectSymbol(")");
        if (start != 1 || increment != 1) {
            throw reading.unsupported(
                    at,
                    "identity that does not count from 1 by 1",
                    "portable identity columns count from 1 by 1",
                    "AS IDENTITY without START and INCREMENT");
        }
    }

    SequenceOptions read() {
        boolean more = true;
        while (more) {
            int at = tokens.at();
            if (tokens.accept("start")) {
                tokens.accept("with");
                start = number();
            } else if (tokens.accept("increment")) {
                tokens.accept("by");
                increment = number();
            } else if (tokens.accept("sequence", "name")) {
                reading.tableName();
            } else if (tokens.accept("owned", "by")) {
                owner = tokens.accept("none") ? null : place();
            } else if (tokens.accept("as")) {
                new ColumnTypeParser(reading).type();
            } else {
                more = limits(at);
            }
        }
        return this;
    }

    private boolean limits(int at) {
        if (tokens.accept("cache")) {
            number();
            return true;
        }
        if (tokens.accept("no", "minvalue") || tokens.accept("no", "maxvalue") || tokens.accept("no", "cycle")) {
            return true;
        }
        boolean usual =
                (tokens.accept("minvalue") && number() == 1) || (tokens.accept("maxvalue") && isTypesOwn(number()));
        if ((!usual && tokens.at() != at) || tokens.isWord("cycle")) {
            throw reading.unsupported(
                    at,
                    "MINVALUE, MAXVALUE or CYCLE of a sequence",
                    "portable sequences have no end",
                    "no such option");
        }
        return usual;
    }

    private static boolean isTypesOwn(long maximum) {
        return maximum == Short.MAX_VALUE || maximum == Integer.MAX_VALUE || maximum == Long.MAX_VALUE;
    }

    private ColumnPlace place() {
        int at = tokens.at();
        List<Name> names = tokens.dottedNames();
        return switch (names.size()) {
            case 2 -> new ColumnPlace(new TableName(null, names.get(0)), names.get(1));
            case 3 -> new ColumnPlace(new TableName(names.get(0), names.get(1)), names.get(2));
            default -> throw tokens.invalid(at, "a table and a column are missing");
        };
    }

    private long number() {
        boolean negative = tokens.acceptSymbol("-");
        Token number = tokens.take();
        try {
            if (number.kind() == Kind.NUMBER) {
                long value = Long.parseLong(number.text());
                return negative ? -value : value;
            }
        } catch (NumberFormatException tooLarge) {
            throw tokens.invalid(number.start(), "this number is too large");
        }
        throw tokens.invalid(number.start(), "a whole number is missing");
    }
}
