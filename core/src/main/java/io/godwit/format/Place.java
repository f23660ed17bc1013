package io.godwit.format;

import org.jspecify.annotations.Nullable;

/**
 * Where a JSON value stands; the pointer is only put together when somebody asks.
 *
 * @param parent the value around it; null for the whole document
 * @param key its key or index there
 * @param offset where it starts in the document's characters; negative for what was not read from a document
 */
record Place(@Nullable Place parent, String key, int offset) {

    static final Place NONE = new Place(null, "", -1);

    Place child(String childKey, int childOffset) {
        return new Place(this, childKey, childOffset);
    }

    /** JSON pointer, RFC 6901. */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        append(pointer);
        return pointer.toString();
    }

    private void append(StringBuilder pointer) {
        if (parent != null) {
            parent.append(pointer);
            pointer.append('/').append(key.replace("~", "~0").replace("/", "~1"));
        }
    }
}
