package io.godwit.tck.harness;

import io.godwit.tck.DialectContract;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Ends each contract with two questions: has the database what the operations say, and do their inverses bring back what was there
 * before? And lets a failure tell its story.
 */
public final class ContractReport implements TestExecutionExceptionHandler, AfterTestExecutionCallback {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException) {
            throw failure;
        }
        throw new AssertionError(failure.getMessage() + story(context), failure);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            Workbench bench = contract(context).bench();
            none(bench.surprises(), "the database is not what the operations say", context);
            none(bench.undo(), "the inverses do not bring back what was there before", context);
        }
    }

    private static void none(List<String> differences, String claim, ExtensionContext context) {
        if (!differences.isEmpty()) {
            throw new AssertionError(claim + "; it\n    " + String.join("\n    ", differences) + story(context));
        }
    }

    private static String story(ExtensionContext context) {
        return "\n  " + contract(context).bench().story() + "\n";
    }

    private static DialectContract contract(ExtensionContext context) {
        return (DialectContract) context.getRequiredTestInstance();
    }
}
