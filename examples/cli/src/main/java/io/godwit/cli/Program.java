package io.godwit.cli;

import io.godwit.engine.Cancellation;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** One call of the command line: arguments in, an exit code out. */
final class Program {

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Cancellation cancellation;

    Program(Terminal terminal, Map<String, String> environment) {
        this(terminal, environment, new Cancellation());
    }

    Program(Terminal terminal, Map<String, String> environment, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.terminal = terminal;
        this.environment = environment;
    }

    int run(String... arguments) {
        GodwitCommand root = new GodwitCommand(terminal, environment, cancellation);
        FailureOutput failures = new FailureOutput(terminal, root.options(), wantsJson(arguments));
        int code = new CommandLine(root)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.error(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(arguments);
        String lost = terminal.lost();
        if (lost.isEmpty()) {
            return code;
        }
        terminal.error()
                .println("The answer could not be written: " + lost + ". What was done stays done; status tells.");
        return code == ExitCode.DONE.number() ? ExitCode.UNEXPECTED.number() : code;
    }

    /** Looked up before parsing, because wrong usage is answered in JSON too. */
    private static boolean wantsJson(String... arguments) {
        List<String> words = Arrays.stream(arguments).map(String::toLowerCase).toList();
        int format = words.lastIndexOf("--format");
        boolean apart = format >= 0
                && format + 1 < words.size()
                && words.get(format + 1).equals("json");
        return apart || words.contains("--format=json");
    }
}
