package io.godwit.engine;

/**
 * A lease as its table holds it.
 *
 * @param token of the run that holds it
 * @param holder the same in words
 * @param beat changes with each renewal
 * @param termMillis for how long it holds after a renewal, as its holder says
 */
record LeaseRow(String token, String holder, long beat, long termMillis) {

    /** Whether it was not renewed since the other was read. */
    boolean isUnchangedSince(LeaseRow earlier) {
        return token.equals(earlier.token) && beat == earlier.beat;
    }
}
