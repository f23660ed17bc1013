package io.godwit.archive.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What is written as YAML is what is written as JSON, for a reader of YAML that knows nothing of either. */
class BuildYamlTest {

    private static void comesBack(Map<String, Object> tree) throws IOException {
        String yaml = new BuildYaml().text(tree);
        Object expected = new ObjectMapper().readValue(new BuildJson().text(tree), Object.class);

        Object found = new Yaml().load(yaml);

        assertThat(found).as(yaml).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no",
                "No",
                "ON",
                "y",
                "null",
                "Null",
                "~",
                "1.0",
                "1",
                "0x1f",
                "1e3",
                ".inf",
                ".nan",
                "-",
                "- a",
                "a: b",
                "a:b",
                "a #b",
                "#a",
                "'",
                "\"",
                "\\",
                "a\nb",
                "a\r\nb",
                "\t",
                "a ",
                " a",
                "a  b",
                "---",
                "...",
                "%a",
                "@a",
                "`a`",
                "[a",
                "]",
                "{",
                "}",
                ",",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "?",
                "? a",
                ":",
                "2026-01-05",
                "12:30:45",
                "\u0001\u007f",
                "\u0085\u2028\u2029\ufeff",
                "é",
                "\ud83d\ude00",
                "v1:ab",
                "1_000",
                "=",
                "<<",
                "plain words",
                "crm@>=1.1",
                "0o17",
                "a\u0000b"
            })
    void everyTextComesBack(String text) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", text);
        tree.put("list", List.of(text, List.of(text, List.of(text)), Map.of("value", text)));
        if (!text.isEmpty()) {
            tree.put(text, true);
        }
        comesBack(tree);
    }

    @Test
    void everyShapeComesBack() throws IOException {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("empty", Map.of());
        inner.put("none", List.of());
        inner.put("number", Long.MAX_VALUE);
        inner.put("flag", false);
        inner.put("object", new LinkedHashMap<>(Map.of("list", List.of(1L, 2L))));
        List<Object> list = new ArrayList<>(List.of(inner, Map.of(), List.of(), List.of(inner, inner), 0L, true));
        Map<String, Object> tree = new LinkedHashMap<>(inner);
        tree.put("list", list);
        comesBack(tree);
        comesBack(Map.of("all", tree));
    }
}
