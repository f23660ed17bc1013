package io.godwit.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of a tool: its arguments are a list, no shell reads them; what it says besides its output is heard. For one use. */
final class ToolRun {

    private static final long PATIENCE_SECONDS = 10;
    private static final int LONGEST_WORDS = 16 * 1024;

    private final List<String> command;
    private final DumpAccess access;

    ToolRun(List<String> command, DumpAccess access) {
        this.command = command;
        this.access = access;
    }

    /** What is done with the process while it runs. */
    private interface Work {
        void with(Process process) throws IOException;
    }

    /** Its output goes to {@code out}. */
    void dump(OutputStream out) throws IOException {
        run(process -> {
            process.getOutputStream().close();
            process.getInputStream().transferTo(out);
        });
    }

    /** Its input comes from {@code in}; what it writes to its output nobody needs. */
    void feed(InputStream in) throws IOException {
        run(process -> {
            CompletableFuture<String> unused = heard(process.getInputStream());
            try (OutputStream input = process.getOutputStream()) {
                in.transferTo(input);
            } catch (IOException ended) {
                // A client that has failed reads no further: its exit code and words say why.
                if (!hasFailed(process)) {
                    throw ended;
                }
            }
        });
    }

    /** Its end of the pipe is closed before it has wholly ended. */
    private static boolean hasFailed(Process process) {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(Work work) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(access.environment());
        Process process = builder.start();
        try {
            CompletableFuture<String> words = heard(process.getErrorStream());
            work.with(process);
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(command.get(0) + " ended with exit code " + code + ": "
                        + access.redacted(words.join().strip()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command.get(0) + " was given up: the thread was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Read to its end, for a full pipe would stop the tool; the beginning is kept. */
    private static CompletableFuture<String> heard(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        String words = new String(stream.readNBytes(LONGEST_WORDS), StandardCharsets.UTF_8);
                        stream.transferTo(OutputStream.nullOutputStream());
                        return words;
                    } catch (IOException e) {
                        return "(" + e + ")";
                    }
                },
                ToolRun::start);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "godwit-tool");
        thread.setDaemon(true);
        thread.start();
    }
}
