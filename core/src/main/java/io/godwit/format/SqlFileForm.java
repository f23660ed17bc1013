package io.godwit.format;

import io.godwit.operation.SqlFile;
import io.godwit.operation.SqlSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** A file of SQL: {@code {"file": path, "sha256": hash}}; the history also holds its {@code text}. */
final class SqlFileForm {

    private SqlFileForm() {}

    static Part<SqlSource> read(ObjectReader object) {
        Part<String> path = object.requiredConverted("file", FilePath::checked);
        Part<String> hash = object.requiredConverted("sha256", Sha256::checked);
        Part<String> text = Part.of("");
        if (object.reading().isForHistory()) {
            text = object.required("text", Input::text);
        } else if (path.orNull() != null
                && hash.orNull() != null
                && object.reading().files().isPresent()) {
            PluginFiles files = object.reading().files().get();
            text = object.required("file", input -> text(input, files, path.get(), hash.get()));
        }
        Part<String> found = text;
        return object.complete() ? Part.of(new SqlFile(path.get(), hash.get(), found.get())) : Part.nothing();
    }

    private static Part<String> text(Input input, PluginFiles files, String path, String hash) {
        try {
            byte[] bytes = files.read(path);
            String actual = Sha256.of(bytes);
            if (!actual.equals(hash)) {
                return input.fault("the file '" + path + "' is not the one that was meant: its sha256 is " + actual);
            }
            String text = new String(Utf8.decode(bytes));
            OwnTransactions.report(text, input);
            return Part.of(text);
        } catch (CharacterCodingException malformed) {
            return input.fault("the file '" + path + "' is not UTF-8");
        } catch (IOException failure) {
            return input.fault("the file '" + path + "' cannot be read: " + failure.getMessage());
        }
    }

    static JsonNode write(SqlFile file, Audience audience) {
        ObjectWriter out = new ObjectWriter(audience);
        if (audience != Audience.HASH) {
            out.text("file", file.path());
        }
        out.text("sha256", file.sha256());
        if (audience == Audience.HISTORY) {
            out.text("text", textOf(file));
        }
        return out.done();
    }

    private static String textOf(SqlFile file) {
        if (file.text().isEmpty() && !file.sha256().equals(Sha256.of(""))) {
            throw new IllegalArgumentException("the text of the file '" + file.path()
                    + "' was not read; read its document from its plugin's folder");
        }
        return file.text();
    }
}
