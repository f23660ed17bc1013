package io.godwit.cli;

/** So many of something, in words. */
final class Count {

    private Count() {}

    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
