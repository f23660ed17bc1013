package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names that an entry may have: relative, with forward slashes, never upwards, the same file on every system. */
final class EntryName {

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";

    private static final int LONGEST = 500;
    private static final int LONGEST_SHOWN = 100;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u0080-\\u009f]");

    private EntryName() {}

    /** The name itself, if it may be one. */
    static String checked(String name) throws RefusedArchiveException {
        if (name.isEmpty() || name.length() > LONGEST) {
            throw refused(name, "has a name of " + name.length() + " characters; between 1 and " + LONGEST + " may be");
        }
        if (name.indexOf(0) >= 0) {
            throw refused(name, "has a NUL in its name");
        }
        if (name.indexOf('\\') >= 0) {
            throw refused(name, "has a backslash in its name");
        }
        if (name.startsWith("/")) {
            throw refused(name, "has an absolute path");
        }
        if (DRIVE.matcher(name).matches()) {
            throw refused(name, "has a drive letter");
        }
        if (INVISIBLE.matcher(name).find()) {
            throw refused(name, "has characters in its name that cannot be seen");
        }
        for (String segment : name.split("/", -1)) {
            check(name, segment);
        }
        return name;
    }

    /** Windows leaves out dots and blanks at the end of a name, so that two names would be one. */
    private static void check(String name, String segment) throws RefusedArchiveException {
        if (segment.equals("..")) {
            throw refused(name, "leads upwards with '..'");
        }
        if (segment.isEmpty() || segment.equals(".")) {
            throw refused(name, "has an empty part or '.' in its path");
        }
        if (segment.endsWith(".") || segment.endsWith(" ") || segment.indexOf(':') >= 0) {
            throw refused(name, "has a part with ':', or with a dot or a blank at its end");
        }
    }

    /** The same for names that a file system may take for one: whatever their case, composed or not. */
    static String folded(String name) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** For messages: without what would command a terminal, and not too long. */
    static String shown(String name) {
        String plain = INVISIBLE.matcher(name).replaceAll("\ufffd");
        return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
    }

    private static RefusedArchiveException refused(String name, String words) {
        return new RefusedArchiveException(PackageFault.PATH, "its entry '" + shown(name) + "' " + words);
    }
}
