package io.godwit.backup;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a backup is called: such as {@code crm-1.2.0-20261122T101500Z-0f8fad5b.godwit-backup.zip}, in order of time for each plugin and
 * version. Immutable.
 *
 * @param subject the plugin and its version
 * @param createdAt when it was begun
 */
public record BackupName(String subject, Instant createdAt) {

    /** What else the name of an encrypted backup ends with. */
    static final String ENCRYPTED = ".age";

    private static final String ENDING = ".godwit-backup.zip";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Pattern FORM =
            Pattern.compile("(.+)-(\\d{8}T\\d{6})Z-[0-9a-f]{8}\\.godwit-backup\\.zip(\\.age)?");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+([^0-9].*)?");
    private static final String ALL = "all-plugins";
    private static final int SHORT_ID = 8;

    /**
     * A name.
     *
     * @param pluginId empty for all plugins
     * @param version empty for all plugins
     * @param createdAt an instant as ISO 8601 writes it
     * @param unique begins with eight characters that no other backup of that second has
     */
    public static String of(String pluginId, String version, String createdAt, String unique) {
        String time = createdAt.replaceAll("[-:]|\\.\\d+", "");
        String subject = pluginId.isEmpty() ? ALL : pluginId + "-" + version;
        return safe(subject) + "-" + time + "-" + unique.substring(0, SHORT_ID) + ENDING;
    }

    /** What a name says; empty if it is no name that Godwit has given. */
    public static Optional<BackupName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!isSafe(name) || !matcher.matches()) {
            return Optional.empty();
        }
        DateTimeFormatter form = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
        return Optional.of(new BackupName(
                matcher.group(1), LocalDateTime.parse(matcher.group(2), form).toInstant(ZoneOffset.UTC)));
    }

    /**
     * Whether it may be of a plugin; its manifest knows for sure.
     *
     * @param pluginId empty for all plugins
     */
    public boolean mayBeOf(String pluginId) {
        if (pluginId.isEmpty()) {
            return subject.equals(ALL);
        }
        String prefix = safe(pluginId) + "-";
        return subject.startsWith(prefix)
                && VERSION.matcher(subject.substring(prefix.length())).matches();
    }

    private static String safe(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.", "_");
    }

    static boolean isOne(String name) {
        return isSafe(name) && (name.endsWith(ENDING) || name.endsWith(ENDING + ENCRYPTED));
    }

    static boolean isSafe(String name) {
        return SAFE.matcher(name).matches();
    }
}
