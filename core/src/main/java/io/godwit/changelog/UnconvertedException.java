package io.godwit.changelog;

/** Something of a changelog has no form in a portable migration; the message says what, in a sentence's words. */
final class UnconvertedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnconvertedException(String message) {
        super(message);
    }
}
