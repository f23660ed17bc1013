package io.godwit.benchmarks.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A prepared server on data of its own, which can be killed and started again on what it left. For one thread. */
final class ServerProcess implements AutoCloseable {

    private final Path folder;
    private final Path data;
    private final List<String> options;
    private final int port;
    private Process process;

    /**
     * Starts one.
     *
     * @param folder of the prepared server
     * @param place where its data goes
     * @param options the server's own
     */
    ServerProcess(Path folder, Path place, List<String> options) throws IOException, InterruptedException {
        this.folder = folder;
        this.data = place.resolve("data");
        this.options = List.copyOf(options);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        String template = folder.resolve("template").toRealPath().toString();
        int copied = new ProcessBuilder("cp", "-a", template, data.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (copied != 0) {
            throw new IOException("cannot copy " + template + " to " + data);
        }
        this.process = begun();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "stop-" + folder.getFileName()));
    }

    /** Listens on 127.0.0.1. */
    int port() {
        return port;
    }

    private Process begun() throws IOException {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("start").toString(), data.toString(), Integer.toString(port)));
        command.addAll(options);
        Path log = data.resolveSibling("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .put(
                        "TMPDIR",
                        Files.createDirectories(data.resolveSibling("temporary"))
                                .toString());
        return builder.start();
    }

    /** Kills every process of the server at once: nothing is flushed, and nobody is told. */
    void kill() {
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Starts it again on what the killed one left. */
    void restart() throws IOException, InterruptedException {
        process.waitFor();
        process = begun();
    }

    @Override
    public void close() throws IOException {
        kill();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
