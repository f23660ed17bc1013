package io.godwit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What happened when a plan was rehearsed on a scratch database: up, down, up again. Immutable.
 *
 * @param legs in the order in which they ran; none if there was nothing to rehearse
 */
public record Rehearsal(List<Leg> legs) {

    private static final JsonFactory JSON = new JsonFactory();

    public Rehearsal {
        legs = List.copyOf(legs);
    }

    /**
     * One way through the plan.
     *
     * @param name {@code replay} (what is applied already), {@code up}, {@code down} or {@code up again}
     * @param migrations ids, in the order in which they ran
     * @param duration how long it took
     * @param differences how the schema differs from what it should be, a line each; empty if it does not
     * @param obstacle why it did not go on; empty if it did
     * @param state how it ended
     */
    public record Leg(
            String name,
            List<String> migrations,
            Duration duration,
            List<String> differences,
            String obstacle,
            State state) {

        public Leg {
            migrations = List.copyOf(migrations);
            differences = List.copyOf(differences);
        }

        @Override
        public String toString() {
            String count = migrations.size() + (migrations.size() == 1 ? " migration" : " migrations");
            String line = name + ": " + count + " in " + duration.toMillis() + " ms, " + state;
            String more = String.join("\n  ", differences);
            return line + (obstacle.isEmpty() ? "" : ": " + obstacle) + (more.isEmpty() ? "" : "\n  " + more);
        }
    }

    /** How a leg ended. */
    public enum State {
        /** It did what it should, and the schema is what it should be. */
        PASSED("as it should be"),
        /** There is no way back, as the plan says; what was after it went back. */
        NO_WAY_BACK("there is no way back"),
        /** Something failed, or the schema is another. */
        FAILED("failed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Whether the plan went up, down and up again with the same schema each time. */
    public boolean proven() {
        return legs.stream().allMatch(leg -> leg.state() == State.PASSED);
    }

    /** Whether something failed; a plan that says itself that it has no way back has not. */
    public boolean failed() {
        return legs.stream().anyMatch(leg -> leg.state() == State.FAILED);
    }

    /** For people, a line a leg and more where something is wrong. */
    @Override
    public String toString() {
        return legs.isEmpty()
                ? "nothing to rehearse"
                : legs.stream().map(Leg::toString).collect(Collectors.joining("\n"));
    }

    /** As a JSON document. */
    public String toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeBooleanField("proven", proven());
            json.writeBooleanField("failed", failed());
            json.writeArrayFieldStart("legs");
            for (Leg leg : legs) {
                leg(json, leg);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void leg(JsonGenerator json, Leg leg) throws IOException {
        json.writeStartObject();
        json.writeStringField("leg", leg.name());
        json.writeStringField(
                "state", leg.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.writeNumberField("durationMs", leg.duration().toMillis());
        json.writeFieldName("migrations");
        json.writeArray(
                leg.migrations().toArray(String[]::new), 0, leg.migrations().size());
        json.writeFieldName("differences");
        json.writeArray(
                leg.differences().toArray(String[]::new), 0, leg.differences().size());
        json.writeStringField("obstacle", leg.obstacle());
        json.writeEndObject();
    }
}
