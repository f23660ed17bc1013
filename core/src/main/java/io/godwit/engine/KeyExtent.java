package io.godwit.engine;

/**
 * From which whole number to which the keys of a table go. Immutable.
 *
 * @param first the lowest; 0 of a table without rows
 * @param last the highest; 0 of a table without rows
 */
record KeyExtent(long first, long last) {

    /** How many numbers these are: no fewer than rows. */
    long size() {
        long size = last - first + 1;
        return size > 0 ? size : Long.MAX_VALUE;
    }
}
