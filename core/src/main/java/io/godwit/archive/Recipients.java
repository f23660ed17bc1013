package io.godwit.archive;

import io.godwit.failure.PackageRejectedException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * For whom a file is encrypted. Immutable.
 *
 * @param keys public keys of age, such as {@code age1…}; none where it is not encrypted
 */
public record Recipients(List<String> keys) {

    /** Of what everybody may read. */
    public static final Recipients NOBODY = new Recipients(List.of());

    private static final Pattern KEY = Pattern.compile("age1[02-9ac-hj-np-z]{58}");
    private static final String ENDING = ".age";

    public Recipients {
        keys = List.copyOf(keys);
        for (String key : keys) {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException(
                        "'" + key + "' is no public key of age: it begins with age1 and has 62 characters");
            }
        }
    }

    /** Whether what is written for them is encrypted. */
    public boolean encrypt() {
        return !keys.isEmpty();
    }

    /**
     * The archive that a file is to be by its name, also below its encryption.
     *
     * @throws IllegalArgumentException if the name says something else than these
     */
    public Optional<ArchiveFormat> format(String name) {
        boolean named = name.toLowerCase(Locale.ROOT).endsWith(ENDING);
        if (named != encrypt()) {
            throw new IllegalArgumentException(
                    named
                            ? name + " is the name of an encrypted file, and nobody is said for whom"
                            : "an encrypted file has a name that ends with .tar.gz.age, and " + name + " does not");
        }
        Optional<ArchiveFormat> format =
                ArchiveFormat.ofName(named ? name.substring(0, name.length() - ENDING.length()) : name);
        if (named && format.filter(ArchiveFormat.TAR_GZ::equals).isEmpty()) {
            throw new IllegalArgumentException(
                    "what is encrypted streams by, so that it is a tar file: name it .tar.gz.age instead of " + name);
        }
        return format;
    }

    /** What is written through it only they can read; closing it closes the file. */
    OutputStream around(OutputStream out) throws IOException {
        try {
            return encrypt() ? new SealedOutput(AgeEncryption.encryptingTo(out, keys), out) : out;
        } catch (LinkageError absent) {
            throw new PackageRejectedException(
                    "Files cannot be encrypted: the library for it is not on the class path. Add"
                            + " com.exceptionfactory.jagged:jagged-framework and :jagged-x25519.",
                    absent);
        }
    }
}
