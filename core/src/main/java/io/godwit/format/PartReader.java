package io.godwit.format;

/** Reads one JSON value; reports what is wrong with it. */
@FunctionalInterface
interface PartReader<T> {

    Part<T> read(Input input);
}
