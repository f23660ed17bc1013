package io.godwit.transfer.file;

import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.CustomInput;
import io.godwit.migration.CustomTransform;
import io.godwit.migration.CustomTransforms;
import io.godwit.migration.FieldTransform;
import io.godwit.plan.transform.CustomColumn;
import io.godwit.schema.Literal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a custom transform makes for one column. As thread-safe as the transform. */
public final class CustomValue {

    private final CustomColumn column;
    private final FieldTransform.Custom custom;
    private final CustomTransform transform;

    private CustomValue(CustomColumn column, FieldTransform.Custom custom, CustomTransform transform) {
        this.column = column;
        this.custom = custom;
        this.transform = transform;
    }

    /** By the transform that the column's mapping names. */
    public static CustomValue of(CustomColumn column, CustomTransforms customs) {
        if (column.mapping().transform() instanceof FieldTransform.Custom custom) {
            CustomTransform transform =
                    customs.find(custom.name()).orElseThrow(() -> new PlanRefusedException(customs.whyNot(custom)));
            return new CustomValue(column, custom, transform);
        }
        throw new IllegalArgumentException(column.mapping().target() + " is not made by a custom transform");
    }

    /** The row, with the place of this mapping in it. */
    private record Input(@Nullable String source, List<Literal> parameters, Function<String, Literal> row)
            implements CustomInput {
        @Override
        public Literal value() {
            return source == null ? Literal.NULL : row.apply(source);
        }

        @Override
        public Literal field(String name) {
            return row.apply(name);
        }
    }

    /**
     * The value, in the words of {@link io.godwit.dialect.BulkLoader}.
     *
     * @param row its values by their names
     * @throws IllegalArgumentException if there is none: the target's column, and what is wrong
     */
    public @Nullable Object of(Function<String, Literal> row) {
        Literal value;
        try {
            value = transform.apply(new Input(column.mapping().source(), custom.parameters(), row));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(stopped);
        } catch (Exception failure) {
            throw failed(failure);
        }
        try {
            return value == null ? null : FieldConversion.convert(value, column.type());
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    column.mapping().target() + ": what the custom transform '" + custom.name() + "' gives: "
                            + refused.getMessage(),
                    refused);
        }
    }

    private IllegalArgumentException failed(Exception failure) {
        String message = failure.getMessage();
        String words = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        return new IllegalArgumentException(
                column.mapping().target() + ": the custom transform '" + custom.name() + "' failed: " + words, failure);
    }
}
