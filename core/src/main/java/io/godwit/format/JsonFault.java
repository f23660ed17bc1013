package io.godwit.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Jackson says of text that is no JSON, without what it says of itself. */
public final class JsonFault {

    private static final Pattern SOURCE = Pattern.compile("\\[Source: .*?; line: (\\d+), column: (\\d+)]");

    private JsonFault() {}

    /**
     * In one line.
     *
     * @param message the exception's own, without a place
     */
    public static String words(@Nullable String message) {
        String line = String.valueOf(message).lines().findFirst().orElse("");
        return SOURCE.matcher(line).replaceAll("line $1, column $2");
    }
}
