package io.godwit.tck.harness;

import io.godwit.operation.Row;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values and rows, as contracts write them. */
public interface RowVocabulary {

    /** Column and value in turn; a value is null, a Boolean, a number, a String or a {@link Value}. */
    default Row row(@Nullable Object... columnsAndValues) {
        Map<Name, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            values.put(Name.of(String.valueOf(columnsAndValues[i])), value(columnsAndValues[i + 1]));
        }
        return new Row(values);
    }

    default Value value(@Nullable Object value) {
        if (value == null) {
            return Literal.NULL;
        } else if (value instanceof Value portable) {
            return portable;
        } else if (value instanceof Boolean bool) {
            return Literal.of(bool.booleanValue());
        } else if (value instanceof BigDecimal decimal) {
            return Literal.of(decimal);
        } else if (value instanceof Integer || value instanceof Long) {
            return Literal.of(((Number) value).longValue());
        }
        return Literal.of((String) value);
    }

    /** A number as a document writes it. */
    default Value number(String digits) {
        return Literal.of(new BigDecimal(digits));
    }

    /** A JSON object or array. */
    default Value jsonValue(String json) {
        return Literal.ofJson(json);
    }

    /** Universal SQL. */
    default Expression expression(String text) {
        return Expression.of(text);
    }
}
