package io.godwit.tck.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a client and a server, and passes everything on until a word was seen so many times: from then on that connection
 * hears nothing more, though the server answers. Thread-safe.
 */
public final class SilencingProxy implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("//([^:/?]+):(\\d+)/");

    private final ServerSocket door;
    private final String url;
    private final String host;
    private final int port;
    private final String user;
    private final Pattern word;
    private final int times;
    private final AtomicInteger seen = new AtomicInteger();
    private volatile boolean swallows;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final Queue<AtomicBoolean> deaf = new ConcurrentLinkedQueue<>();

    /**
     * In front of a server.
     *
     * @param direct a connection to it
     * @param word a whole one, in what the client sends
     * @param times how often it is sent until the answer is lost
     */
    public SilencingProxy(Connection direct, String word, int times) throws SQLException {
        this.word = Pattern.compile("\\b" + word + "\\b");
        this.times = times;
        this.user = direct.getMetaData().getUserName().replaceFirst("@.*", "");
        Matcher address = ADDRESS.matcher(direct.getMetaData().getURL());
        if (!address.find()) {
            throw new IllegalStateException(
                    "no address in " + direct.getMetaData().getURL());
        }
        host = address.group(1);
        port = Integer.parseInt(address.group(2));
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        url = address.replaceFirst("//" + door.getInetAddress().getHostAddress() + ":" + door.getLocalPort() + "/");
        start(this::accept);
    }

    /** A connection through the proxy. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }

    /** From now on nothing reaches either side, and all stays open: as if the client's machine were gone. */
    public void swallow() {
        swallows = true;
    }

    /** Whether an answer was lost. */
    public boolean hasSilenced() {
        return seen.get() >= times;
    }

    /** How often the word was sent. */
    public int seen() {
        return seen.get();
    }

    /** Lets no connection that is there now hear anything more. */
    public void silence() {
        deaf.forEach(each -> each.set(true));
    }

    /** Cuts every connection that is there now. */
    public void cut() throws IOException {
        for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(host, port);
            sockets.add(client);
            sockets.add(server);
            AtomicBoolean silent = new AtomicBoolean();
            deaf.add(silent);
            start(() -> pass(client, server, silent, true));
            start(() -> pass(server, client, silent, false));
        }
    }

    /** What is sent on may be torn apart only where it is long, which these words are not. */
    private void pass(Socket from, Socket to, AtomicBoolean silent, boolean listens) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
            if (listens && word.matcher(text).find() && seen.incrementAndGet() == times) {
                silent.set(true);
            }
            if (!swallows && (listens || !silent.get())) {
                out.write(buffer, 0, length);
                out.flush();
            }
        }
        to.close();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                "silencing-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        hangUp();
    }

    /** Lets nobody in any more, and all connections go. */
    public void hangUp() {
        try {
            door.close();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
