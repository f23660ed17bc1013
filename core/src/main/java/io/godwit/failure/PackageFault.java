package io.godwit.failure;

import java.util.Locale;

/** Why a portable package is refused. */
public enum PackageFault {
    /** It, or something in it, is larger than the limits allow; also what a small file would grow into. */
    TOO_LARGE,
    /** It is cut off, or no archive that can be read. */
    DAMAGED,
    /** An entry's name leads elsewhere: upwards, absolute, with a drive letter, a backslash or a NUL. */
    PATH,
    /** An entry is no regular file: a link, a folder, a device. */
    SPECIAL_ENTRY,
    /** Two entries have one name, or names that a file system takes for one. */
    DUPLICATE,
    /** It has something behind its end, or between its entries. */
    TRAILING_DATA,
    /** It is not signed, or not by the publisher that is trusted. */
    SIGNATURE,
    /** Its manifest cannot be understood, or contradicts itself. */
    MANIFEST,
    /** An entry is not in the manifest. */
    UNLISTED,
    /** An entry of the manifest is not there. */
    MISSING,
    /** An entry is not what the manifest says. */
    HASH,
    /** Its documents are not what the manifest says. */
    CONTENT,
    /** It holds SQL that cannot be checked, and is not trusted with it. */
    RAW_SQL,
    /** A later version is installed. */
    DOWNGRADE,
    /** It is a delta, and the database does not hold exactly what it starts from. */
    BASE,
    /** It is encrypted, and no key opens it. */
    ENCRYPTED;

    /** As JSON says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
