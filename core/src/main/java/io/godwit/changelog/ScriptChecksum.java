package io.godwit.changelog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksums that Liquibase 4.33 gives to a change set of one piece of SQL: the MD5 of its text is a line, and the MD5 of that line is
 * the checksum. For one thread.
 */
final class ScriptChecksum {

    /** The version that counts the options of splitting, and each run of blanks as one. */
    static final int WITH_OPTIONS = 8;

    /** The version that counts no blanks at all. */
    static final int OF_TEXT = 9;

    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest digest = md5();

    /** What Liquibase would write into its history, by the rules of version 8 or 9. */
    String of(ScriptSet set, int version) {
        if (version == OF_TEXT) {
            return ofText(set.sql());
        }
        String options = "null:" + set.head().is("splitstatements", true) + ":"
                + set.head().is("stripcomments", true) + ":";
        return withOptions(set.sql(), options);
    }

    private String ofText(byte[] sql) {
        byte[] kept = new byte[sql.length];
        int length = 0;
        for (byte each : sql) {
            if (each > ' ' || !isBlank(each)) {
                kept[length++] = each;
            }
        }
        return checksum(OF_TEXT, kept, length);
    }

    /** @param options the delimiter, whether statements are split and whether comments are taken out, each with a colon behind it */
    private String withOptions(byte[] sql, String options) {
        byte[] head = options.getBytes(StandardCharsets.UTF_8);
        byte[] kept = new byte[head.length + sql.length];
        System.arraycopy(head, 0, kept, 0, head.length);
        int length = head.length;
        boolean blank = true;
        for (byte each : sql) {
            if (!isBlank(each)) {
                kept[length++] = each;
                blank = false;
            } else if (!blank) {
                kept[length++] = ' ';
                blank = true;
            }
        }
        int end = blank && length > head.length ? length - 1 : length;
        return checksum(WITH_OPTIONS, kept, end);
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each == '\n' || each == '\t' || each == '\r';
    }

    private String checksum(int version, byte[] text, int length) {
        digest.update(text, 0, length);
        String line = version + ":" + HEX.formatHex(digest.digest()) + ":";
        return version + ":" + HEX.formatHex(digest.digest(line.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }
}
