package io.godwit.cli;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import io.godwit.tck.harness.EngineForms;
import io.godwit.tck.harness.WrittenPage;
import io.godwit.universal.UniversalForm;
import io.godwit.universal.UniversalSet;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the page of the universal set by translating all of it for every engine; {@code -Dgodwit.write=true} writes it anew. */
final class UniversalFunctionsPageTest {

    @Test
    void thePageSaysWhatTheEnginesHave() {
        WrittenPage.at("docs/universal-functions.md")
                .keep("<!-- written by UniversalFunctionsPageTest -->\n", "", tables());
    }

    private static String tables() {
        List<Dialect> dialects = ServiceLoader.load(DialectProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(provider -> provider.forVersion(""))
                .sorted(Comparator.comparing(Dialect::engine))
                .toList();
        List<EngineForms> engines = dialects.stream().map(EngineForms::new).toList();
        String names = dialects.stream().map(Dialect::engine).collect(Collectors.joining(" | "));
        StringBuilder text = new StringBuilder();
        String section = "";
        for (UniversalForm form : UniversalSet.forms()) {
            if (!form.section().equals(section)) {
                section = form.section();
                text.append("\n## ")
                        .append(section)
                        .append("\n\n| expression | result | ")
                        .append(names);
                text.append(" | |\n|---|---|")
                        .append(":-:|".repeat(dialects.size()))
                        .append("---|\n");
            }
            text.append(line(form, engines));
        }
        return text.toString();
    }

    private static String line(UniversalForm form, List<EngineForms> engines) {
        String marks = engines.stream().map(engine -> mark(engine.extent(form))).collect(Collectors.joining(" | "));
        String expression = form.template()
                .replaceAll("\\{'([a-z ]+)'}", "‹$1›")
                .replaceAll("\\{([a-z]{4,})}", "$1")
                .replace("|", "\\|");
        String result = form.result().equals("ascii") ? "text" : form.result();
        return "| `" + expression + "` | " + result + " | " + marks + " | " + form.note() + " |\n";
    }

    private static String mark(EngineForms.Extent extent) {
        return switch (extent) {
            case WHOLE -> "✓";
            case PARTLY -> "in part";
            case NONE -> "–";
        };
    }
}
