package io.godwit.benchmarks.scenario;

/** Times one piece of work. */
final class Stopwatch {

    /** Something to time. */
    interface Work {
        void run() throws Exception;
    }

    private Stopwatch() {}

    static double millis(Work work) throws Exception {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1e6;
    }
}
