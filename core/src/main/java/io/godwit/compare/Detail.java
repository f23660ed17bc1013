package io.godwit.compare;

/**
 * What is said of a part of a schema. Immutable.
 *
 * @param text in words
 * @param comparable false if it is in one engine's own words, of which only can be told whether there are any
 */
record Detail(String text, boolean comparable) {

    static Detail of(String text) {
        return new Detail(text, true);
    }
}
