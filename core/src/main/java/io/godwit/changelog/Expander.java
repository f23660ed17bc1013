package io.godwit.changelog;

import io.godwit.dialect.ClientScript;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.ScriptInclude;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Writes one script with all that it includes, and collects what stands against it. For one call. */
final class Expander {

    /** Beyond so many nobody reads on. */
    private static final int MOST_PROBLEMS = 100;

    private final Dialect dialect;
    private final ConfinedFiles files;
    private final OutputFile output;
    private final int depth;
    private final Path place;
    private final boolean joins;
    private final Deque<Path> open = new ArrayDeque<>();
    private final List<Problem> problems = new ArrayList<>();
    private int included;

    Expander(Dialect dialect, ConfinedFiles files, OutputFile output, int depth, Path place) {
        this.dialect = dialect;
        this.files = files;
        this.output = output;
        this.depth = depth;
        this.place = place;
        this.joins = dialect.nativeScript().commands().joinsFiles();
    }

    /** How many files it included. */
    int expand(Path script) throws IOException {
        Path file = files.file(script.toString(), files.root());
        expand(file, files.read(file));
        if (!problems.isEmpty()) {
            throw new ChangelogRefusedException(problems);
        }
        return included;
    }

    private void expand(Path file, byte[] bytes) throws IOException {
        if (file.equals(place)) {
            refuse(file, 0, "the output would overwrite it");
        }
        open.push(file);
        try {
            String text = ScriptText.of(bytes);
            ClientScript script = ClientScript.read(dialect, text);
            if (script.includes().isEmpty()) {
                write(bytes, text);
            } else {
                pieces(file, text, script);
            }
            end(file, text, script);
        } catch (CharacterCodingException strange) {
            refuse(file, 0, "is not UTF-8, and no byte order mark says what else");
        } catch (IllegalArgumentException unclear) {
            refuse(file, 0, unclear.getMessage());
        }
        open.pop();
    }

    /** The bytes as they are, unless they were not UTF-8 or began with a mark. */
    private void write(byte[] bytes, String text) throws IOException {
        boolean same = text.isEmpty() || bytes.length < 2 || (bytes[0] & 0xFF) < 0xEF;
        if (same) {
            output.write(bytes);
        } else {
            output.write(text);
        }
    }

    private void pieces(Path file, String text, ClientScript script) throws IOException {
        int written = 0;
        for (ScriptInclude include : script.includes()) {
            String before = text.substring(written, include.start());
            output.write(before);
            if (!before.substring(before.lastIndexOf('\n') + 1).isBlank()) {
                output.write("\n");
            }
            include(file, include);
            written = afterLine(text, include.end());
        }
        output.write(text.substring(written));
    }

    private void include(Path file, ScriptInclude include) throws IOException {
        try {
            Path folder = include.beside() ? file.getParent() : files.root();
            Path found = files.file(include.file(), folder);
            if (open.contains(found)) {
                refuse(file, include.line(), "'" + include.file() + "' includes itself: " + chain(found));
            } else if (open.size() >= depth) {
                refuse(file, include.line(), "more than " + depth + " files include one another in a row");
            } else {
                put(found);
            }
        } catch (IOException failure) {
            refuse(file, include.line(), words(failure));
        }
    }

    private void put(Path found) throws IOException {
        byte[] bytes = files.read(found);
        included++;
        String name = files.shown(found);
        output.write("-- begin of " + name + "\n");
        expand(found, bytes);
        output.write("-- end of " + name + "\n");
    }

    /** A client runs what has begun when an included file ends, unless it joins files. */
    private void end(Path file, String text, ClientScript script) throws IOException {
        if (open.size() == 1) {
            return;
        }
        if (script.leaves() > 0) {
            refuse(
                    file,
                    script.leaves(),
                    "the client would leave this file here, and go on in the one that includes it");
        }
        if (!endsLine(text)) {
            output.write("\n");
        }
        if (script.unfinished() && !joins) {
            output.write(";\n");
        }
    }

    private String chain(Path found) {
        List<Path> row = new ArrayList<>(open);
        Collections.reverse(row);
        row = new ArrayList<>(row.subList(row.indexOf(found), row.size()));
        row.add(found);
        return row.stream().map(files::shown).collect(Collectors.joining(" → "));
    }

    private void refuse(Path file, int line, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(files.shown(file), "", line, line == 0 ? 0 : 1, message));
        }
    }

    /** The names of the system's own exceptions say what their messages leave out. */
    static String words(IOException failure) {
        boolean ours = failure.getClass() == IOException.class && failure.getMessage() != null;
        return ours ? failure.getMessage() : failure.toString();
    }

    private static boolean endsLine(String text) {
        return text.isEmpty() || text.endsWith("\n");
    }

    /** Behind the line's end, if nothing else is left on it. */
    private static int afterLine(String text, int position) {
        int end = position;
        while (end < text.length()
                && (text.charAt(end) == ' ' || text.charAt(end) == '\t' || text.charAt(end) == '\r')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '\n' ? end + 1 : position;
    }
}
