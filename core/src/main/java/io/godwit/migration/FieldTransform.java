package io.godwit.migration;

import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.schema.TableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a mapping makes its value. */
public sealed interface FieldTransform {

    /**
     * A built-in function of the source value.
     *
     * @param name such as {@code upper}
     * @param parameters its further arguments
     */
    record Function(String name, List<Literal> parameters) implements FieldTransform {
        public Function {
            Objects.requireNonNull(name, "name");
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * Universal SQL over the source's columns.
     *
     * @param expression the expression
     */
    record Computed(Expression expression) implements FieldTransform {
        public Computed {
            Objects.requireNonNull(expression, "expression");
        }
    }

    /**
     * An inline map.
     *
     * @param values source value, as text, to target value
     */
    record InlineLookup(Map<String, Literal> values) implements FieldTransform {
        public InlineLookup {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * A table that maps values.
     *
     * @param table the table
     * @param key the column that the source value is looked up in
     * @param value the column whose value is taken
     */
    record TableLookup(TableName table, Name key, Name value) implements FieldTransform {
        public TableLookup {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A {@link CustomTransform} that the host registered; never a class name. Two are equal wherever they stand.
     *
     * @param name the name it was registered under
     * @param parameters its parameters
     * @param position where it stands in its document
     */
    record Custom(String name, List<Literal> parameters, Position position) implements FieldTransform {
        public Custom {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(position, "position");
            parameters = List.copyOf(parameters);
        }

        /** One that was made in Java. */
        public Custom(String name, List<Literal> parameters) {
            this(name, parameters, Position.NONE);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Custom custom && name.equals(custom.name) && parameters.equals(custom.parameters);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, parameters);
        }
    }
}
