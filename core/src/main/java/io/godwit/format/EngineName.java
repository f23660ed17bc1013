package io.godwit.format;

import io.godwit.operation.EngineSql;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Engines' names in documents: canonical ones, their aliases, and those of engines that others add. Stateless and thread-safe. */
public final class EngineName {

    static final List<String> KNOWN = List.of("postgresql", "mysql", "mariadb", "sqlite", "sqlserver", "oracle");

    private static final Map<String, String> ALIASES =
            Map.of("postgres", "postgresql", "pgsql", "postgresql", "mssql", "sqlserver", "sqlite3", "sqlite");

    private EngineName() {}

    /**
     * The canonical name. A name that is nearly a known one is taken for a mistake: it would silently never fit.
     *
     * @throws IllegalArgumentException if the text can be no engine's name
     */
    public static String canonical(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        String canonical = ALIASES.getOrDefault(name, name);
        if (KNOWN.contains(canonical) || canonical.equals(EngineSql.UNIVERSAL)) {
            return canonical;
        }
        if (name.isEmpty() || !name.chars().allMatch(EngineName::isAllowed)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no engine's name; known are " + String.join(", ", KNOWN));
        }
        Suggestion.misspelt(name, KNOWN).ifPresent(meant -> {
            throw new IllegalArgumentException(
                    "'" + text + "' is no engine that Godwit knows; did you mean '" + meant + "'?");
        });
        return name;
    }

    /** Whether the text is a known engine's name, an alias or {@code universal}. */
    static boolean isKnown(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return KNOWN.contains(name) || ALIASES.containsKey(name) || name.equals(EngineSql.UNIVERSAL);
    }

    private static boolean isAllowed(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '-';
    }
}
