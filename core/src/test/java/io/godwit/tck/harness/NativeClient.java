package io.godwit.tck.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An engine's own client on one database: a program that takes a script from its standard input. Immutable.
 *
 * @param command the program and its arguments
 * @param environment what it is told beside them
 */
public record NativeClient(List<String> command, Map<String, String> environment) {

    public NativeClient {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** How a client ended: its exit code, and all that it said. */
    public record Answer(int code, String said) {}

    /** The first of these programs that the path has, with arguments; empty if it has none. */
    public static Optional<NativeClient> find(List<String> programs, List<String> arguments) {
        String path = System.getenv().getOrDefault("PATH", "");
        return programs.stream()
                .flatMap(program -> Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, program)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new NativeClient(
                        Stream.concat(Stream.of(program.toString()), arguments.stream())
                                .toList(),
                        Map.of()));
    }

    /** The same, told one thing more. */
    public NativeClient with(String variable, String value) {
        return new NativeClient(command, Map.of(variable, value));
    }

    /** Runs a script to its end. */
    public Answer run(Path script) {
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .redirectInput(script.toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a client ran", e);
        }
    }
}
