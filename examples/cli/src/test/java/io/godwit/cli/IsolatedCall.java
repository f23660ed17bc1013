package io.godwit.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A call of the command line from classes of another loader, with types that both know. */
final class IsolatedCall {

    private IsolatedCall() {}

    static String run(String... arguments) {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        int code = new Program(Terminal.of(words, words), Map.of()).run(arguments);
        return code + " " + words.toString(StandardCharsets.UTF_8);
    }
}
