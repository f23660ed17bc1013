package io.godwit.universal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The universal set: every function, operator, cast and clause that means on each engine what it means on PostgreSQL, or is refused
 * there by name. Its page in docs is made from this table, and the contract suite runs every line of it.
 */
public final class UniversalSet {

    private static final String FILE = "universal-set.txt";
    private static final String HEADING = "## ";

    private UniversalSet() {}

    /** All of it, in the order of the documentation; read anew at each call. */
    public static List<UniversalForm> forms() {
        List<UniversalForm> forms = new ArrayList<>();
        String section = "";
        for (String line : text().lines().toList()) {
            if (line.startsWith(HEADING)) {
                section = line.substring(HEADING.length());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                forms.add(form(section, line));
            }
        }
        return forms;
    }

    private static UniversalForm form(String section, String line) {
        int first = line.indexOf(" | ");
        int last = line.lastIndexOf(" |");
        return new UniversalForm(
                section,
                line.substring(0, first),
                line.substring(first + " | ".length(), last),
                line.substring(last + " |".length()).strip());
    }

    private static String text() {
        try (InputStream file = UniversalSet.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
