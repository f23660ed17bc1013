package io.godwit.cli;

import io.godwit.history.AuditHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that keeps the head of an audit trail: its number and its hash, on one line. */
record HeadFile(Path path) {

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64}|-)\\s*");

    void write(AuditHead head) {
        String hash = head.hash().isEmpty() ? "-" : head.hash();
        try {
            Files.writeString(path, head.sequence() + " " + hash + "\n");
        } catch (IOException e) {
            throw new UsageException("--head: " + path + " cannot be written: " + e);
        }
    }

    AuditHead read() {
        Matcher line = LINE.matcher(text());
        if (!line.matches()) {
            throw new UsageException("--head: " + path + " is no head of an audit trail, as audit --head writes it");
        }
        String hash = line.group(2);
        return new AuditHead(Long.parseLong(line.group(1)), hash.equals("-") ? "" : hash);
    }

    private String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UsageException("--head: " + path + " cannot be read: " + e);
        }
    }
}
