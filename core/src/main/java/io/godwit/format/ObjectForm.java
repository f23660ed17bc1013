package io.godwit.format;

/** Makes a part of a migration from an object's keys; what the part refuses, with an IllegalArgumentException, is a problem. */
@FunctionalInterface
interface ObjectForm<T> {

    Part<T> read(ObjectReader object);
}
