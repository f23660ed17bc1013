package io.godwit.dialect;

import io.godwit.operation.Operation;
import java.util.List;

/**
 * Turns operations into statements; pure: it reads only its {@link RenderContext}.
 *
 * <p>Not thread-safe; made anew for each group of operations.
 */
public interface Renderer {

    /**
     * How many of the first of these operations are rendered as one, at least 1: several changes of one table may share one
     * rebuild.
     *
     * @param operations what is still to be rendered of a step; not empty
     */
    default int together(List<Operation> operations) {
        return 1;
    }

    /**
     * The statements for operations that {@link #together} counted; the context's schema is the one before them.
     *
     * @throws io.godwit.failure.UnsupportedByDialectException if the engine cannot do it
     */
    List<Statement> render(List<Operation> operations);
}
