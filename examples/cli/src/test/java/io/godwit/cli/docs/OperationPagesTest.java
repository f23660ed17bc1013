package io.godwit.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.migration.Migration;
import io.godwit.operation.Operation;
import io.godwit.tck.harness.WrittenPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps docs/operations by rendering its examples for every engine; {@code -Dgodwit.write=true} writes the SQL anew. */
final class OperationPagesTest {

    private static final String INDEX = "docs/operations/README.md";

    private final KeyTable keys = new KeyTable();
    private final List<Migration> schema =
            OperationPage.documents(WrittenPage.at(INDEX).text());

    @TestFactory
    Stream<DynamicTest> thePageSaysWhatTheEnginesGet() {
        return kinds().map(kind -> DynamicTest.dynamicTest(
                kind, () -> page(kind).keep(text -> new OperationPage(kind, schema).written(text, keys))));
    }

    @Test
    void everyOperationHasAPageAndEveryPageAnOperation() throws IOException {
        try (Stream<Path> files = Files.list(WrittenPage.at("docs/operations").path())) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(kinds(), Stream.of("README")).toList());
        }
    }

    @Test
    void theReferenceLinksToEveryPage() {
        assertThat(WrittenPage.at("docs/format.md").text())
                .contains(kinds().map(kind -> "[`" + kind + "`](operations/" + kind + ".md)")
                        .toList());
    }

    @Test
    void everyEngineIsOnThePages() {
        assertThat(OperationPage.ENGINES.stream().map(engine -> engine.replaceAll(":.*", "")))
                .containsExactlyInAnyOrderElementsOf(Godwit.engines());
    }

    @Test
    void theIndexNamesEveryPage() {
        WrittenPage.at(INDEX).keep("<!-- pages -->\n", "<!-- /pages -->", pages());
    }

    private String pages() {
        List<String> lines = new ArrayList<>();
        lines.add(OperationPage.ENGINES.stream()
                .map(engine -> engine.replaceAll(":.*", ""))
                .collect(Collectors.joining(" | ", "| operation | | ", " |")));
        lines.add("|---|---|" + ":-:|".repeat(OperationPage.ENGINES.size()));
        keys.operations().filter(kind -> kinds().anyMatch(kind::equals)).forEach(kind -> lines.add(line(kind)));
        return String.join("\n", lines) + "\n";
    }

    private String line(String kind) {
        String text = page(kind).text();
        OperationPage page = new OperationPage(kind, schema);
        page.written(text, keys);
        String sentence = text.lines().skip(2).findFirst().orElseThrow().replaceAll("(?<=\\.) .*", "");
        return page.extents()
                .collect(Collectors.joining(" | ", "| [" + kind + "](" + kind + ".md) | " + sentence + " | ", " |"));
    }

    private static WrittenPage page(String kind) {
        return WrittenPage.at("docs/operations/" + kind + ".md");
    }

    private static Stream<String> kinds() {
        return Arrays.stream(Operation.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .map(type -> Character.toLowerCase(type.charAt(0)) + type.substring(1));
    }
}
