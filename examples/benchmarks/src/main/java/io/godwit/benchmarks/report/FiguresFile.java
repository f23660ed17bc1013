package io.godwit.benchmarks.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Figures as JSON, every round of them, for those who want to reckon on. */
public final class FiguresFile {

    private final Path path;

    public FiguresFile(Path path) {
        this.path = path;
    }

    /** Writes the file anew. */
    public void write(List<String> settings, List<Comparison> comparisons) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(path.toFile(), JsonEncoding.UTF8)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeArrayFieldStart("settings");
            for (String setting : settings) {
                json.writeString(setting);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("comparisons");
            for (Comparison comparison : comparisons) {
                write(json, comparison);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Comparison comparison) throws IOException {
        json.writeStartObject();
        json.writeStringField("scenario", comparison.scenario());
        json.writeStringField("engine", comparison.engine());
        json.writeStringField("title", comparison.title());
        json.writeStringField("unit", comparison.unit());
        json.writeArrayFieldStart("series");
        for (Series series : comparison.series()) {
            json.writeStartObject();
            json.writeStringField("contender", series.contender());
            json.writeNumberField("median", series.median());
            json.writeNumberField("ratio", series.ratio());
            write(json, "values", series.values());
            write(json, "baseline", series.baseline());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, List<Double> values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values.stream().mapToDouble(Double::doubleValue).toArray(), 0, values.size());
    }
}
