package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import io.godwit.dialect.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the README's table of engines and features; {@code -Dgodwit.write=true} writes it anew. */
final class FeatureTableTest {

    private static final Path README = Path.of("../../README.md");
    private static final String BEGIN = "<!-- features: written by FeatureTableTest -->\n";
    private static final String END = "<!-- /features -->";

    @Test
    void theReadmeSaysWhatTheDialectsSay() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END, begin);
        assertThat(begin).as("the table's first marker").isGreaterThanOrEqualTo(BEGIN.length());
        assertThat(end).as("the table's last marker").isPositive();
        if (Boolean.getBoolean("godwit.write")) {
            Files.writeString(README, readme.substring(0, begin) + table() + readme.substring(end));
        } else {
            assertThat(readme.substring(begin, end)).isEqualTo(table());
        }
    }

    private static String table() {
        List<Dialect> dialects = ServiceLoader.load(DialectProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(provider -> provider.forVersion(""))
                .sorted(Comparator.comparing(Dialect::engine))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("| feature | " + cells(dialects.stream().map(Dialect::engine).toList()) + " | where it is missing |");
        lines.add("|---|" + ":-:|".repeat(dialects.size()) + "---|");
        for (Feature feature : Feature.values()) {
            List<String> marks = dialects.stream()
                    .map(dialect -> dialect.supports(feature) ? "✓" : "–")
                    .toList();
            lines.add("| " + feature.title() + " | " + cells(marks) + " | " + feature.otherwise() + " |");
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String cells(List<String> cells) {
        return String.join(" | ", cells);
    }
}
