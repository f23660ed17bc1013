package io.godwit.changelog;

import io.godwit.dialect.NativeScript;
import io.godwit.dialect.Statement;
import java.io.IOException;
import java.util.List;

/** Writes statements as the engine's own client runs them. For one thread. */
final class PackageWriter {

    private final NativeScript script;
    private final OutputFile output;

    PackageWriter(NativeScript script, OutputFile output) {
        this.script = script;
        this.output = output;
    }

    void begin(List<String> comments) throws IOException {
        comment("Run with: " + script.command());
        for (String text : comments) {
            comment(text);
        }
        lines(script.header());
    }

    /** One line, whatever is in it. */
    void comment(String text) throws IOException {
        output.write("-- " + text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ") + "\n");
    }

    void statements(String comment, List<Statement> statements) throws IOException {
        output.write("\n");
        comment(comment);
        for (Statement statement : statements) {
            lines(script.before(statement));
            output.write(statement.sql());
            output.write(script.terminator(statement) + "\n");
        }
    }

    void end() throws IOException {
        output.write("\n");
        lines(script.footer());
    }

    private void lines(List<String> lines) throws IOException {
        for (String line : lines) {
            output.write(line + "\n");
        }
    }
}
