package io.godwit.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine, or a version of one, was asked for by a name that no dialect module at hand answers to. */
public final class UnknownEngineException extends GodwitException {

    private static final long serialVersionUID = 1L;

    private final String asked;

    @SuppressWarnings("serial")
    private final List<String> known;

    /**
     * With what was asked for.
     *
     * @param asked as it was written, such as {@code postgresql:abc}
     * @param known the engines that can be asked for
     */
    public UnknownEngineException(String message, String asked, List<String> known, @Nullable Throwable cause) {
        super(message, cause);
        this.asked = asked;
        this.known = List.copyOf(known);
    }

    /** What was asked for, as it was written. */
    public String asked() {
        return asked;
    }

    /** The engines that can be asked for, by their canonical names. */
    public List<String> known() {
        return known;
    }
}
