package io.godwit.dialect.mysql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of SHOW GRANTS, read generously: a privilege on some columns counts as one on the table. Immutable.
 *
 * @param privileges in upper case, without their columns
 * @param database a pattern, in which _ and % stand for any characters unless a backslash is before them; {@code *} for all
 * @param table a name; {@code *} for all
 */
record Grant(Set<String> privileges, String database, String table) {

    private static final String NAME = "(\\*|`(?:[^`]|``)+`)";
    private static final Pattern LINE = Pattern.compile("GRANT (.+?) ON (?:TABLE )?" + NAME + "\\." + NAME + " TO .*");
    private static final Pattern COLUMNS = Pattern.compile("\\s*\\([^)]*\\)");

    /** Empty for roles, proxies and routines. */
    static Optional<Grant> read(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String privileges = COLUMNS.matcher(matcher.group(1)).replaceAll("");
        return Optional.of(new Grant(
                Arrays.stream(privileges.split(",", -1))
                        .map(privilege -> privilege.strip().toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                name(matcher.group(2)),
                name(matcher.group(3))));
    }

    private static String name(String quoted) {
        return quoted.equals("*")
                ? quoted
                : quoted.substring(1, quoted.length() - 1).replace("``", "`");
    }

    /** Whether it gives a privilege on a table, also one that is not there yet. */
    boolean covers(String privilege, String inDatabase, String name) {
        return (privileges.contains(privilege) || privileges.contains("ALL PRIVILEGES"))
                && (table.equals("*") || table.equalsIgnoreCase(name))
                && matches(inDatabase);
    }

    private boolean matches(String name) {
        if (database.equals("*") || database.equalsIgnoreCase(name)) {
            return true;
        }
        StringBuilder pattern = new StringBuilder();
        for (int at = 0; at < database.length(); at++) {
            char character = database.charAt(at);
            if (character == '\\' && at + 1 < database.length()) {
                pattern.append(Pattern.quote(database.substring(at + 1, at + 2)));
                at++;
            } else {
                pattern.append(
                        switch (character) {
                            case '_' -> ".";
                            case '%' -> ".*";
                            default -> Pattern.quote(String.valueOf(character));
                        });
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(name)
                .matches();
    }
}
