package io.godwit.changelog;

import io.godwit.dialect.NativeScript;
import io.godwit.dialect.Statement;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Writes statements as the engine's own client runs them. For one thread. */
final class PackageWriter {

    private static final Pattern ENDS_OF_LINES = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private static final int FULL = 1 << 14;

    private final NativeScript script;
    private final OutputFile output;
    private final StringBuilder written = new StringBuilder(FULL + FULL / 2);

    PackageWriter(NativeScript script, OutputFile output) {
        this.script = script;
        this.output = output;
    }

    void begin(List<String> comments) {
        comment("Run with: " + script.command());
        for (String text : comments) {
            comment(text);
        }
        lines(script.header());
    }

    /** One line, whatever is in it. */
    void comment(String text) {
        written.append("-- ").append(line(text)).append('\n');
    }

    /** The same without anything that would end a line. */
    static String line(String text) {
        boolean plain = true;
        for (int index = 0; index < text.length(); index++) {
            plain &= text.charAt(index) >= ' ' && text.charAt(index) < 0x7F;
        }
        return plain ? text : ENDS_OF_LINES.matcher(text).replaceAll(" ");
    }

    void statements(String comment, List<Statement> statements) throws IOException {
        written.append('\n');
        comment(comment);
        add(statements);
    }

    /** More of the same. */
    void add(List<Statement> statements) throws IOException {
        for (Statement statement : statements) {
            add(statement);
        }
    }

    /** One more of the same. */
    void add(Statement statement) throws IOException {
        lines(script.before(statement));
        written.append(statement.sql()).append(script.terminator(statement)).append('\n');
        flush(FULL);
    }

    void end() throws IOException {
        written.append('\n');
        lines(script.footer());
        flush(0);
    }

    private void lines(List<String> lines) {
        for (String line : lines) {
            written.append(line).append('\n');
        }
    }

    private void flush(int from) throws IOException {
        if (written.length() >= from) {
            output.write(written.toString());
            written.setLength(0);
        }
    }
}
