package io.godwit.changelog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * One script, as Flyway reads it. Immutable.
 *
 * @param text as it is in the file
 */
record FlywayScript(String text, FlywaySettings settings) {

    /** @throws UnconvertedException if its bytes are not text, or its settings have no form in a migration */
    static FlywayScript read(Path file, ConfinedFiles files) throws IOException {
        FlywaySettings settings = FlywaySettings.of(file, files);
        byte[] bytes = files.read(file);
        Charset encoding = settings.encoding().orElse(null);
        try {
            return new FlywayScript(
                    encoding == null
                            ? ScriptText.of(bytes)
                            : encoding.newDecoder()
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString(),
                    settings);
        } catch (CharacterCodingException other) {
            throw new UnconvertedException("is not text in " + (encoding == null ? "UTF-8" : encoding)
                    + ": say \"encoding\" in " + file.getFileName() + ".conf, or write it in UTF-8");
        }
    }

    /** With the values of its placeholders. */
    String filled(FlywayPlaceholders placeholders) {
        return settings.placeholders() ? placeholders.replaced(text) : text;
    }
}
