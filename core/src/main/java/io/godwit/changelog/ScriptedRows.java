package io.godwit.changelog;

import io.godwit.dialect.Statement;
import java.io.IOException;
import java.util.List;

/** Rows that a self-contained SQL file brings into the tables that it makes. For one file. */
public interface ScriptedRows {

    /** Takes statements as they are made, so that memory does not grow with the rows. */
    interface Taker {

        /** What the next ones are, for whoever reads the file. */
        void begin(String title);

        void take(Statement statement) throws IOException;
    }

    /** Whose they are, for the audit trail; empty for several plugins'. */
    String pluginId();

    /** What the audit trail says came in. */
    String detail();

    /** How many there are. */
    long rows();

    /** What its reader should know, a line each. */
    List<String> head();

    /**
     * All statements, for a transaction that others open and end.
     *
     * @throws IOException if the rows are not what they were
     */
    void writeTo(Taker taker) throws IOException;

    /** Queries to look at when all is done. */
    List<Statement> questions();
}
