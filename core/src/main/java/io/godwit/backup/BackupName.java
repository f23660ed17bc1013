package io.godwit.backup;

import java.util.regex.Pattern;

/** How backups are called. Stateless. */
public final class BackupName {

    private static final String ENDING = ".godwit-backup.zip";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final int SHORT_ID = 8;

    private BackupName() {}

    /**
     * Such as {@code crm-1.2.0-20261122T101500Z-0f8fad5b.godwit-backup.zip}: in order of time for each plugin and version.
     *
     * @param createdAt an instant as ISO 8601 writes it
     * @param unique at least eight characters that no other backup of that second has
     */
    public static String of(String pluginId, String version, String createdAt, String unique) {
        String time = createdAt.replaceAll("[-:]|\\.\\d+", "");
        String name = pluginId + "-" + version + "-" + time + "-" + unique.substring(0, SHORT_ID);
        return name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.", "_") + ENDING;
    }

    static boolean isOne(String name) {
        return isSafe(name) && name.endsWith(ENDING);
    }

    static boolean isSafe(String name) {
        return SAFE.matcher(name).matches();
    }
}
