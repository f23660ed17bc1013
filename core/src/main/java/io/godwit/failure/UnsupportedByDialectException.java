package io.godwit.failure;

/** The engine has no way to do what the migration asks; thrown while rendering, before anything runs. */
public final class UnsupportedByDialectException extends GodwitException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final Unsupported unsupported;

    private final String location;

    public UnsupportedByDialectException(Unsupported unsupported) {
        this("", unsupported);
    }

    /** As the other constructor, with where it was asked for, such as {@code crm-0001/step-2}. */
    public UnsupportedByDialectException(String location, Unsupported unsupported) {
        super((location.isEmpty() ? "" : location + ": ") + unsupported);
        this.location = location;
        this.unsupported = unsupported;
    }

    public Unsupported unsupported() {
        return unsupported;
    }

    /** Where it was asked for; empty when the thrower did not know. */
    public String location() {
        return location;
    }

    /** The same refusal, saying where it was asked for. */
    public UnsupportedByDialectException at(String where) {
        return new UnsupportedByDialectException(where, unsupported);
    }
}
