package io.godwit.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong: to people on standard error, to scripts as the one JSON document. */
final class FailureOutput implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Terminal terminal;
    private final GlobalOptions options;
    private final boolean json;

    FailureOutput(Terminal terminal, GlobalOptions options, boolean json) {
        this.terminal = terminal;
        this.options = options;
        this.json = json;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        int code = tell(failure, command);
        if (!json) {
            UnmatchedArgumentException.printSuggestions(failure, command.getErr());
            command.getErr().flush();
            terminal.error().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return code;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return tell(failure, command);
    }

    private int tell(Exception failure, CommandLine command) {
        ExitCode code = ExitCode.of(failure);
        String message = Secrets.mask(message(failure, code));
        if (json) {
            Json error = FailureJson.of(failure, message);
            boolean runs = command.getCommand() instanceof RunsPlans;
            terminal.out()
                    .print(runs ? RunJson.refused(message).with("error", error) : new Json().with("error", error));
        } else {
            terminal.error().println(terminal.bad("error: ") + message);
        }
        if (options.verbose()) {
            terminal.error().print(Secrets.mask(stackTrace(failure)));
        }
        return code.number();
    }

    private static String message(Exception failure, ExitCode code) {
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (code != ExitCode.UNEXPECTED) {
            return words;
        }
        return "unexpected " + failure.getClass().getName() + ": " + words
                + ". Please report it, with what --verbose says.";
    }

    private static String stackTrace(Exception failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
