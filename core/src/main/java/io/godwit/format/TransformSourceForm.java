package io.godwit.format;

import io.godwit.migration.CsvText;
import io.godwit.migration.DataContent;
import io.godwit.migration.FileFormat;
import io.godwit.migration.TransformSource;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.function.Function;

/** A transform's source: a table's name, {@code {query}} or {@code {file, format}}. */
final class TransformSourceForm {

    private TransformSourceForm() {}

    static Part<TransformSource> read(Input input) {
        if (input.node() instanceof JsonString) {
            return input.converted(text -> new TransformSource.FromTable(TableName.parse(text)));
        }
        if (!(input.node() instanceof JsonObject object)) {
            return input.expected("a table's name, {\"query\": …} or {\"file\": …}");
        }
        return input.object(object.get("query") != null ? TransformSourceForm::query : TransformSourceForm::file);
    }

    private static Part<TransformSource> query(ObjectReader in) {
        Part<Query> query = in.required("query", SqlTextForm::query);
        return in.complete() ? Part.of(new TransformSource.FromQuery(query.get())) : Part.nothing();
    }

    private static Part<TransformSource> file(ObjectReader in) {
        Part<String> file = in.requiredConverted("file", FilePath::checked);
        Part<FileFormat> format = in.has("format") || file.orNull() == null
                ? in.choice("format", FileFormat.values())
                : in.required("file", input -> byEnding(input, file.get()));
        Part<String> select = in.converted("select", TransformSourceForm::pointer);
        Part<Charset> encoding = in.optional("encoding", input -> csvOnly(input, format, TransformSourceForm::charset));
        Part<Character> delimiter =
                in.optional("delimiter", input -> csvOnly(input, format, TransformSourceForm::separator));
        Part<String> sha256 = in.converted("sha256", Sha256::checked);
        PluginFiles files = in.reading().files().orElse(null);
        if (files != null && file.orNull() != null) {
            in.required("file", input -> present(input, files, file.get()));
        }
        if (!in.complete()) {
            return Part.nothing();
        }
        DataContent content = files == null ? null : () -> files.open(file.get());
        return Part.of(new TransformSource.FromFile(
                file.get(),
                format.get(),
                select.orNull(),
                new CsvText(encoding.orNull(), delimiter.orNull()),
                sha256.orNull(),
                content));
    }

    private static Part<String> present(Input input, PluginFiles files, String file) {
        try {
            files.open(file).close();
            return Part.of(file);
        } catch (IOException e) {
            return input.fault("the file '" + file + "' cannot be read: " + e.getMessage());
        }
    }

    private static Part<FileFormat> byEnding(Input input, String file) {
        for (FileFormat format : FileFormat.values()) {
            if (file.toLowerCase(Locale.ROOT).replaceFirst("[.]gz$", "").endsWith("." + format)) {
                return Part.of(format);
            }
        }
        return input.fault(
                "the file's ending does not tell its format; add \"format\": \"jsonl\", \"json\" or \"csv\"");
    }

    private static <T> Part<T> csvOnly(Input input, Part<FileFormat> format, Function<String, T> reader) {
        FileFormat known = format.orNull();
        return known == null || known == FileFormat.CSV
                ? input.converted(reader)
                : input.fault("this is for a CSV; JSON is UTF-8, or has a byte order mark");
    }

    private static Charset charset(String text) {
        try {
            return Charset.forName(text);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "there is no encoding '" + text + "' here; write UTF-8, windows-1252 or ISO-8859-1", unknown);
        }
    }

    private static Character separator(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("'" + text + "' is not one character; write \";\" or \"\\t\"");
        }
        char delimiter = text.charAt(0);
        return new CsvText(null, delimiter).separator();
    }

    private static String pointer(String text) {
        if (!text.isEmpty() && !text.startsWith("/")) {
            throw new IllegalArgumentException("'" + text + "' is no JSON pointer; write /people or /data/rows");
        }
        return text;
    }

    static JsonNode write(TransformSource source, Audience audience) {
        if (source instanceof TransformSource.FromTable table) {
            return NameForm.write(table.name());
        }
        ObjectWriter out = new ObjectWriter(audience);
        if (source instanceof TransformSource.FromQuery query) {
            return out.node("query", SqlTextForm.write(query.query(), audience)).done();
        }
        TransformSource.FromFile file = (TransformSource.FromFile) source;
        Charset encoding = file.csv().encoding();
        Character delimiter = file.csv().delimiter();
        boolean byHash = audience == Audience.HASH && file.sha256() != null;
        return out.text("file", byHash ? null : file.path())
                .text("format", file.format())
                .text("select", file.select())
                .text("encoding", encoding == null ? null : encoding.name())
                .text("delimiter", delimiter == null ? null : delimiter.toString())
                .text("sha256", file.sha256())
                .done();
    }
}
