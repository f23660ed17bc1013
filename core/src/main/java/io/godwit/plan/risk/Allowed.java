package io.godwit.plan.risk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rules that an author allows at one place: {@code "x-allow": ["drop-column"]}, or with reasons {@code {"drop-column": "…"}}. */
final class Allowed {

    private static final String KEY = "x-allow";
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> reasons;

    private Allowed(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    /** What a migration's or step's {@code x-} keys allow; a value of another shape allows nothing. */
    static Allowed in(Map<String, String> extensions) {
        Map<String, String> reasons = new LinkedHashMap<>();
        String json = extensions.get(KEY);
        if (json != null) {
            read(json, reasons);
        }
        return new Allowed(reasons);
    }

    private static void read(String json, Map<String, String> reasons) {
        try (JsonParser parser = JSON.createParser(json)) {
            String rule = "";
            boolean named = parser.nextToken() == JsonToken.START_OBJECT;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    rule = parser.currentName();
                } else if (token == JsonToken.VALUE_STRING) {
                    reasons.put(named ? rule : parser.getText(), named ? parser.getText() : "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what was read as JSON once is JSON", e);
        }
    }

    Set<String> rules() {
        return reasons.keySet();
    }

    boolean allows(String rule) {
        return reasons.containsKey(rule);
    }

    /** Empty when none was given. */
    String reason(String rule) {
        return reasons.getOrDefault(rule, "");
    }
}
