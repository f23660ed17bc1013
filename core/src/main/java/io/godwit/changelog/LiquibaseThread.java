package io.godwit.changelog;

import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.GodwitException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import liquibase.Scope;
import liquibase.SingletonScopeManager;
import liquibase.ui.LoggerUIService;

/**
 * Runs what needs Liquibase in a thread of its own, which ends with the call: Liquibase keeps its scope in the thread, so that the
 * host's own use of it neither sees ours nor lends us its settings. Nothing is sent anywhere, and nothing is logged but to System.Logger.
 */
final class LiquibaseThread {

    private LiquibaseThread() {}

    static <T> T call(String changelog, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> inScope(work));
        Thread thread = new Thread(task, "godwit-liquibase");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new ChangelogRefusedException(changelog, "interrupted while it was read");
        } catch (ExecutionException failed) {
            throw refused(changelog, failed.getCause());
        }
    }

    private static <T> T inScope(Callable<T> work) throws Exception {
        Scope.setScopeManager(new SingletonScopeManager());
        Map<String, Object> values = new HashMap<>();
        values.put("liquibase.analytics.enabled", false);
        values.put("liquibase.secureParsing", true);
        values.put(Scope.Attr.logService.name(), new QuietLog());
        values.put(Scope.Attr.ui.name(), new LoggerUIService());
        return Scope.child(values, work::call);
    }

    private static GodwitException refused(String changelog, Throwable cause) {
        if (cause instanceof GodwitException known) {
            return known;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new ChangelogRefusedException(changelog, LiquibaseWords.of(cause));
    }
}
