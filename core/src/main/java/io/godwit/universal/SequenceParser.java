package io.godwit.universal;

import io.godwit.operation.CreateSequence;
import io.godwit.operation.Operation;
import io.godwit.schema.Sequence;
import io.godwit.schema.TableName;
import java.util.List;

/** Reads CREATE SEQUENCE and ALTER SEQUENCE, from behind SEQUENCE. For one thread. */
final class SequenceParser {

    private final Reading reading;
    private final TokenReader tokens;

    SequenceParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    List<Operation> create() {
        boolean ifNotExists = reading.ifNotExists();
        TableName name = reading.tableName();
        SequenceOptions options = new SequenceOptions(reading).read();
        if (reading.definitions().serials().isOwn(name)) {
            reading.note("sequence " + name + " is left out: the column that asks it numbers its rows itself");
            return List.of();
        }
        if (ifNotExists && reading.schema().sequence(name).isPresent()) {
            return List.of();
        }
        return List.of(new CreateSequence(new Sequence(name, options.start(), options.increment())));
    }

    List<Operation> alter() {
        int at = tokens.at();
        boolean ifExists = reading.ifExists();
        TableName name = reading.tableName();
        if (tokens.accept("owner", "to")) {
            tokens.takeRest();
            reading.note("OWNER TO is left out: what a migration makes belongs to the login that runs it");
            return List.of();
        }
        boolean own = reading.definitions().serials().isOwn(name);
        if (own
                || (ifExists
                        && reading.schema().complete()
                        && reading.schema().sequence(name).isEmpty())) {
            tokens.takeRest();
            return List.of();
        }
        throw reading.unsupported(
                at, "ALTER SEQUENCE", "no operation changes a sequence", "DROP SEQUENCE and CREATE SEQUENCE");
    }
}
