package io.godwit.cli;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import io.godwit.dialect.Feature;
import io.godwit.tck.harness.WrittenPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the README's table of engines and features; {@code -Dgodwit.write=true} writes it anew. */
final class FeatureTableTest {

    @Test
    void theReadmeSaysWhatTheDialectsSay() {
        WrittenPage.at("README.md")
                .keep("<!-- features: written by FeatureTableTest -->\n", "<!-- /features -->", table());
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
