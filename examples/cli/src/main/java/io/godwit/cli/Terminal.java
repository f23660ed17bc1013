package io.godwit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where words go: answers to {@code out}, everything else to {@code error}, both in UTF-8.
 *
 * <p>A reader that went away (as {@code head} does) is no error: print streams keep quiet about it.
 *
 * @param out answers; one document when the format is JSON
 * @param error progress, logs and failures
 * @param live whether a person watches: one line is rewritten, colours are welcome
 * @param colour whether to colour
 */
record Terminal(PrintStream out, PrintStream error, boolean live, boolean colour) {

    /** Set by the script that starts the program: Java 17 cannot tell by itself whether error output is watched. */
    private static final String WATCHED = "godwit.terminal";

    private static final int BUFFER_BYTES = 1 << 14;

    static Terminal ofProcess(Map<String, String> environment) {
        boolean live = Boolean.getBoolean(WATCHED);
        boolean colour = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(stream(FileDescriptor.out, live), stream(FileDescriptor.err, true), live, colour);
    }

    static Terminal of(OutputStream out, OutputStream error) {
        return new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                false,
                false);
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
        OutputStream file = new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES);
        return new PrintStream(file, autoFlush, StandardCharsets.UTF_8);
    }

    void flush() {
        out.flush();
        error.flush();
    }

    String bold(String words) {
        return coloured("1", words);
    }

    String dim(String words) {
        return coloured("2", words);
    }

    String good(String words) {
        return coloured("32", words);
    }

    String notable(String words) {
        return coloured("33", words);
    }

    String bad(String words) {
        return coloured("31", words);
    }

    private String coloured(String code, String words) {
        return colour && !words.isEmpty() ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
    }
}
