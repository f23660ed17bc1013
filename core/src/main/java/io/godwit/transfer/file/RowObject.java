package io.godwit.transfer.file;

import io.godwit.schema.Literal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an object: scalars, lists as JSON, and objects that can be reached into. For one thread. */
final class RowObject {

    /** What a field costs beside its characters. */
    private static final int OBJECT = 130;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Whether there was no field of the name before. */
    boolean put(String name, Literal value) {
        return fields.put(name, value) == null;
    }

    /** Whether there was no field of the name before. */
    boolean put(String name, RowObject value) {
        return fields.put(name, value) == null;
    }

    void putAll(RowObject other) {
        fields.putAll(other.fields);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Set<String> names() {
        return fields.keySet();
    }

    /** The field itself; null if there is none. */
    @Nullable
    Literal own(String name) {
        Object value = fields.get(name);
        return value instanceof RowObject object ? Literal.ofJson(object.json()) : (Literal) value;
    }

    /** The field itself, or one inside the objects that a dotted path names; null if there is none. */
    @Nullable
    Literal find(String path) {
        Literal found = own(path);
        for (int dot = path.indexOf('.'); found == null && dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (fields.get(path.substring(0, dot)) instanceof RowObject inner) {
                found = inner.find(path.substring(dot + 1));
            }
        }
        return found;
    }

    /** About how much memory it takes, in characters. */
    long weight() {
        long characters = (long) OBJECT * fields.size();
        for (Object value : fields.values()) {
            characters += value instanceof RowObject inner
                    ? inner.weight()
                    : ((Literal) value).text().length();
        }
        return characters;
    }

    private String json() {
        StringBuilder json = new StringBuilder();
        append(json);
        return json.toString();
    }

    private void append(StringBuilder json) {
        char separator = '{';
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            JsonValues.quote(field.getKey(), json.append(separator));
            json.append(':');
            if (field.getValue() instanceof RowObject inner) {
                inner.append(json);
            } else {
                JsonValues.append((Literal) field.getValue(), json);
            }
            separator = ',';
        }
        json.append(fields.isEmpty() ? "{}" : "}");
    }
}
