package io.godwit.dialect.postgres;

import io.godwit.schema.SimpleType;
import java.util.regex.Pattern;

/**
 * The ISO 8601 forms of dates and times. PostgreSQL reads more: words such as {@code yesterday}, which a default would keep as
 * the day of the migration; orders of day and month that depend on a setting; more digits than it keeps.
 */
final class TimeText {

    private static final String DATE = "\\d{4,6}-\\d{2}-\\d{2}";
    private static final String TIME = "\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?";
    private static final String ZONE = "(?:Z|[+-]\\d{2}(?::?\\d{2})?)";

    private static final Pattern DATE_ONLY = Pattern.compile(DATE);
    private static final Pattern TIME_ONLY = Pattern.compile(TIME);
    private static final Pattern TIMESTAMP = Pattern.compile(DATE + "(?:[T ]" + TIME + ")?");
    private static final Pattern INSTANT = Pattern.compile(DATE + "(?:[T ]" + TIME + " ?" + ZONE + "?)?");

    private TimeText() {}

    static boolean isValue(String text, SimpleType type) {
        Pattern form = switch (type) {
            case DATE -> DATE_ONLY;
            case TIME -> TIME_ONLY;
            case TIMESTAMP -> TIMESTAMP;
            default -> INSTANT;
        };
        return form.matcher(text).matches();
    }
}
