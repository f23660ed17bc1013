package io.godwit.engine;

/**
 * Told of each boundary of a run when it is reached. Off in production: a session has one only if its data source is one too, which
 * nothing outside of this package can be. Tests have such a data source, and end the process there.
 */
interface Failpoint {

    /** Nobody listens. */
    Failpoint OFF = boundary -> {};

    /**
     * A boundary is reached.
     *
     * @param boundary what was done just now, or is to be done next
     */
    void reached(String boundary);

    /** The data source's own, if it is one. */
    static Failpoint of(Object dataSource) {
        return dataSource instanceof Failpoint armed ? armed : OFF;
    }
}
