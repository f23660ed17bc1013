package io.godwit.changelog;

/** Says that a changelog has something that only Liquibase itself surely reads as Liquibase does; nobody but the package sees it. */
final class NotPlainException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param what stands in the way, for a debugger */
    NotPlainException(String what) {
        super(what, null, false, false);
    }
}
