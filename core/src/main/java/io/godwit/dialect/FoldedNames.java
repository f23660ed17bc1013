package io.godwit.dialect;

import io.godwit.schema.TableName;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The same operation with other table names, however deep they stand in it. Operations are records of records and lists. */
record FoldedNames(UnaryOperator<TableName> known) {

    @Nullable
    Object in(@Nullable Object value) {
        if (value instanceof TableName name) {
            return known.apply(name);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::in).toList();
        }
        return value instanceof Record operation && ofOurs(operation) ? record(operation) : value;
    }

    private static boolean ofOurs(Record value) {
        String name = value.getClass().getPackageName();
        return name.equals("io.godwit.operation") || name.equals("io.godwit.schema");
    }

    private Record record(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] parts = new Object[components.length];
        boolean same = true;
        try {
            for (int at = 0; at < components.length; at++) {
                Object part = components[at].getAccessor().invoke(value);
                parts[at] = in(part);
                same &= part == null ? parts[at] == null : part.equals(parts[at]);
            }
            if (same) {
                return value;
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = value.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of ours that cannot be read: " + value.getClass(), e);
        }
    }
}
