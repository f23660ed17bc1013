package io.godwit.changelog;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What the file beside a script, {@code NAME.sql.conf}, says of it. Immutable.
 *
 * @param transactional whether it may run in a transaction
 * @param placeholders whether {@code ${name}} in it stands for a value
 * @param encoding of its bytes; empty for UTF-8
 */
record FlywaySettings(boolean transactional, boolean placeholders, Optional<Charset> encoding) {

    /** What is kept; the names are Flyway's own. */
    private static final String TRANSACTION = "executeInTransaction";

    private static final String REPLACEMENT = "placeholderReplacement";
    private static final String ENCODING = "encoding";

    /** @throws UnconvertedException if it says what no migration can keep */
    static FlywaySettings of(Path script, ConfinedFiles files) throws IOException {
        Path beside = script.resolveSibling(script.getFileName() + ".conf");
        Properties said = new Properties();
        if (Files.exists(beside)) {
            said.load(new StringReader(ScriptText.of(files.read(files.file(beside.toString(), files.root())))));
        }
        TreeSet<String> others = new TreeSet<>(said.stringPropertyNames());
        others.remove(TRANSACTION);
        others.remove(REPLACEMENT);
        others.remove(ENCODING);
        if (!others.isEmpty()) {
            throw new UnconvertedException("its settings in " + beside.getFileName() + " have no form in a migration: "
                    + String.join(", ", others));
        }
        return new FlywaySettings(
                isOn(said, TRANSACTION),
                isOn(said, REPLACEMENT),
                Optional.ofNullable(said.getProperty(ENCODING)).map(name -> charset(name, beside)));
    }

    private static boolean isOn(Properties said, String name) {
        return !said.getProperty(name, "true").strip().equalsIgnoreCase("false");
    }

    private static Charset charset(String name, Path beside) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            throw new UnconvertedException("the encoding in " + beside.getFileName() + " is not known here: " + name);
        }
    }
}
