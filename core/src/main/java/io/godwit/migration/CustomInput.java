package io.godwit.migration;

import io.godwit.schema.Literal;
import java.util.List;

/**
 * What a {@link CustomTransform} is given of a row. Numbers have all their digits, times are texts such as
 * {@code 2020-02-29T23:59:59Z}, bytes are Base64; of a CSV every value is a text. Valid until the next row.
 */
public interface CustomInput {

    /** The value of the mapping's source; {@link Literal#NULL} also where it names none. */
    Literal value();

    /** The mapping's parameters, as the document has them. */
    List<Literal> parameters();

    /**
     * Another value of the same row: a column of the source's table or view, or of a query one that the transform names; of a file any
     * field, as a mapping's source names it.
     *
     * @throws IllegalArgumentException if the source has no such column; of a file a missing field is NULL
     */
    Literal field(String name);
}
