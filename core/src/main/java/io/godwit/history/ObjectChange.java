package io.godwit.history;

/** What a migration did to the things that plugins own. */
public sealed interface ObjectChange {

    /** It is new, or there again. */
    record Made(ObjectName name) implements ObjectChange {}

    /** It is gone, and with a table all that is in it. */
    record Dropped(ObjectName name) implements ObjectChange {}

    /** It has another name: the object, or the part where the old name has one. */
    record Renamed(ObjectName from, String to) implements ObjectChange {}
}
