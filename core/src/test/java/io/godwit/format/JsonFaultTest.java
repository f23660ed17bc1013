package io.godwit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonFaultTest {

    @Test
    void placesAreToldWithoutThePartsOfTheParser() {
        assertThatThrownBy(() -> readAll("{\"a\":\n [1, 2}"))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        fault -> assertThat(JsonFault.words(fault.getOriginalMessage()))
                                .isEqualTo(
                                        "Unexpected close marker '}': expected ']' (for Array starting at line 2, column 2)"));
    }

    private static void readAll(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
        }
    }
}
