package io.godwit.operation;

import io.godwit.schema.Position;
import java.util.Objects;

/**
 * One text that the dialect's lexer splits into statements. Equal when the text is.
 *
 * @param text the script; blank means: nothing to do on this engine
 * @param position where it stands in its document
 */
public record SqlScript(String text, Position position) implements SqlSource {

    public SqlScript {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlScript that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
