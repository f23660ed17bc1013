package io.godwit.changelog;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The checksum that Flyway stores of a script: the CRC-32 of its lines without their ends. Stateless. */
final class FlywayChecksum {

    private FlywayChecksum() {}

    static int of(String script) {
        CRC32 sum = new CRC32();
        script.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }
}
