package io.godwit.compare;

/**
 * One of the two. Immutable.
 *
 * @param engine the engine's name
 * @param version the engine's version
 * @param history whether Godwit has a history there
 */
public record ComparedDatabase(String engine, String version, boolean history) {}
