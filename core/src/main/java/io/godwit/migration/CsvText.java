package io.godwit.migration;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV is written, where it is not as RFC 4180 has it. Immutable.
 *
 * @param encoding of its text; null for UTF-8. A byte order mark says otherwise
 * @param delimiter between fields; null for a comma
 */
public record CsvText(@Nullable Charset encoding, @Nullable Character delimiter) {

    /** UTF-8 and commas. */
    public static final CsvText STANDARD = new CsvText(null, null);

    private static final char COMMA = ',';

    public CsvText {
        encoding = StandardCharsets.UTF_8.equals(encoding) ? null : encoding;
        delimiter = delimiter != null && delimiter == COMMA ? null : delimiter;
        if (delimiter != null
                && (delimiter == '"' || delimiter == '\n' || delimiter == '\r' || Character.isSurrogate(delimiter))) {
            throw new IllegalArgumentException("'" + delimiter + "' cannot stand between fields");
        }
    }

    /** What stands between fields. */
    public char separator() {
        return delimiter == null ? COMMA : delimiter;
    }
}
