package io.godwit.engine;

import java.io.IOException;

/** An exception's own words, as part of a sentence. */
final class Words {

    private Words() {}

    /** A file system says too little by itself. */
    static String of(IOException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** Without the full stop that drivers put after some messages. */
    static String of(Exception failure) {
        String words = String.valueOf(failure.getMessage()).strip();
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
