package io.godwit.tck.harness;

import io.godwit.tck.DialectContract;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Ends each contract with the question whether the database has what the operations say, and lets a failure tell its story. */
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
            List<String> surprises = contract(context).bench().surprises();
            if (!surprises.isEmpty()) {
                throw new AssertionError("the database is not what the operations say; it\n    "
                        + String.join("\n    ", surprises) + story(context));
            }
        }
    }

    private static String story(ExtensionContext context) {
        return "\n  " + contract(context).bench().story() + "\n";
    }

    private static DialectContract contract(ExtensionContext context) {
        return (DialectContract) context.getRequiredTestInstance();
    }
}
