package io.godwit.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where words go: answers to {@code out}, everything else to {@code error}, both in UTF-8.
 *
 * <p>A reader that went away (as {@code head} does) is no error; a device that is full {@linkplain #lost is}.
 *
 * @param out answers; one document when the format is JSON
 * @param error progress, logs and failures
 * @param live whether a person watches: one line is rewritten, colours are welcome
 * @param colour whether to colour
 * @param answers what is below {@code out}
 */
record Terminal(PrintStream out, PrintStream error, boolean live, boolean colour, RememberingOutput answers) {

    /** Set by the script that starts the program: Java 17 cannot tell by itself whether error output is watched. */
    private static final String WATCHED = "godwit.terminal";

    private static final int BUFFER_BYTES = 1 << 14;

    static Terminal ofProcess(Map<String, String> environment) {
        boolean live = Boolean.getBoolean(WATCHED);
        boolean colour = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
        RememberingOutput answers = new RememberingOutput(new FileOutputStream(FileDescriptor.out));
        return new Terminal(
                stream(answers, live), stream(new FileOutputStream(FileDescriptor.err), true), live, colour, answers);
    }

    static Terminal of(OutputStream out, OutputStream error) {
        RememberingOutput answers = new RememberingOutput(out);
        return new Terminal(
                new PrintStream(answers, false, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                false,
                false,
                answers);
    }

    private static PrintStream stream(OutputStream file, boolean autoFlush) {
        return new PrintStream(new BufferedOutputStream(file, BUFFER_BYTES), autoFlush, StandardCharsets.UTF_8);
    }

    void flush() {
        out.flush();
        error.flush();
    }

    /** Why a part of the answer did not arrive; empty if all did. */
    String lost() {
        flush();
        return answers.lost();
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

    /** Words of others, without the characters that would command the terminal. */
    String plain(String words) {
        return words.replaceAll("[\\p{Cntrl}\\u0080-\\u009f&&[^\\t]]", "\ufffd");
    }

    private String coloured(String code, String words) {
        return colour && !words.isEmpty() ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
    }
}
