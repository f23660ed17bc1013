package io.godwit.engine;

/**
 * Told of progress, on the thread that runs the plan; it should be quick. What it throws is logged and does not stop the run.
 */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener SILENT = event -> {};

    void onEvent(ProgressEvent event);
}
