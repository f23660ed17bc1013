package io.godwit.dialect.mysql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.StandardRenderer;
import io.godwit.dialect.Statement;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.CreateExtension;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.DropExtension;
import io.godwit.operation.DropSequence;
import java.util.List;

/** What MySQL and MariaDB have nothing of: sequences and extensions. */
abstract class AbsentObjects extends StandardRenderer {

    AbsentObjects(Dialect dialect, RenderContext context) {
        super(dialect, context);
    }

    @Override
    public List<Statement> visit(CreateSequence operation) {
        throw noSequences("sequence " + operation.sequence().name());
    }

    @Override
    public List<Statement> visit(DropSequence operation) {
        throw noSequences("sequence " + operation.sequence());
    }

    private UnsupportedByDialectException noSequences(String construct) {
        return refuse(construct, "MySQL has none, and MariaDB's are not read back", "a column with \"identity\": true");
    }

    @Override
    public List<Statement> visit(CreateExtension operation) {
        note("There are no extensions to create here: " + operation.extension() + " is left out.");
        return List.of();
    }

    @Override
    public List<Statement> visit(DropExtension operation) {
        note("There are no extensions to drop here: " + operation.extension() + " is left out.");
        return List.of();
    }
}
