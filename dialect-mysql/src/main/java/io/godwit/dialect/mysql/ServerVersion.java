package io.godwit.dialect.mysql;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of MySQL or MariaDB. In both the patch level can decide what the SQL may be.
 *
 * @param major such as 8
 * @param minor such as 0
 * @param patch such as 13
 */
record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.(\\d{1,4}))?.*");

    private static final Comparator<ServerVersion> ORDER = Comparator.comparingInt(ServerVersion::major)
            .thenComparingInt(ServerVersion::minor)
            .thenComparingInt(ServerVersion::patch);

    /**
     * What is left out counts as the newest: {@code 8} is the last of all 8s.
     *
     * @throws IllegalArgumentException if the text begins with no number
     */
    static ServerVersion parse(String text) {
        Matcher numbers = NUMBERS.matcher(text.strip());
        if (!numbers.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version");
        }
        return new ServerVersion(number(numbers, 1), number(numbers, 2), number(numbers, 3));
    }

    private static int number(Matcher numbers, int group) {
        String text = numbers.group(group);
        return text == null ? 9999 : Integer.parseInt(text);
    }

    boolean atLeast(int otherMajor, int otherMinor, int otherPatch) {
        return compareTo(new ServerVersion(otherMajor, otherMinor, otherPatch)) >= 0;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + (minor == 9999 ? "" : "." + minor + (patch == 9999 ? "" : "." + patch));
    }
}
