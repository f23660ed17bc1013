package io.godwit.migration;

import io.godwit.schema.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Makes one column's value of a row, in Java: what a mapping of {@code "type": "custom"} names. The host registers it under a name.
 *
 * <p>Rows come one after the other, on the thread of the run; one that serves several runs at once must be thread-safe. A row may come
 * more than once, for a batch that fails is mapped anew, so that it should have no effect but its answer.
 */
@FunctionalInterface
public interface CustomTransform {

    /**
     * The value of one row.
     *
     * @return what the column gets, in the words that a document would have for it: a time, a UUID and bytes (Base64) are texts; null and
     *     {@link Literal#NULL} are NULL, which the mapping's {@code defaultValue} fills
     * @throws Exception if the row cannot be mapped: it is left out with this message, or fails the migration, as the transform's
     *     {@code onError} says
     */
    @Nullable
    Literal apply(CustomInput input) throws Exception;
}
