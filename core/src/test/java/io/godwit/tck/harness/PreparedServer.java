package io.godwit.tck.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server that {@code .ci/servers/prepare} unpacked into {@code target/servers}, run from a fresh database on a free port. It
 * stops when this JVM ends, however that ends. Thread-safe.
 */
public final class PreparedServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private PreparedServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param name its folder's, such as {@code mysql-9}
     * @param options the server's own, after those for tests
     * @return empty if it is not prepared
     */
    public static Optional<PreparedServer> start(String name, String... options) {
        return repository()
                .map(root -> root.resolve("target/servers").resolve(name))
                .filter(folder -> Files.isDirectory(folder.resolve("template")))
                .map(folder -> serve(folder, List.of(options)));
    }

    /** Listens on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Tests run in their module's folder. */
    private static Optional<Path> repository() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve(".ci/servers/serve"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /**
     * The script stops the server when its standard input ends, which a JVM that is killed closes too. The hook keeps the process
     * from being collected, and its input from being closed with it.
     */
    private static PreparedServer serve(Path folder, List<String> options) {
        try {
            int port = freePort();
            String script =
                    repository().orElseThrow().resolve(".ci/servers/serve").toString();
            List<String> command = new ArrayList<>(List.of(script, folder.toString(), Integer.toString(port)));
            command.addAll(options);
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-" + folder.getFileName()));
            PreparedServer server = new PreparedServer(process, port);
            server.await(folder);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it and forgets what was in it. */
    public void stop() {
        process.destroy();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Path folder) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the server in " + folder + " does not answer on port " + port);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a server started", e);
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
