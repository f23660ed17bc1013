package io.godwit.cli;

import io.godwit.failure.Problem;
import java.util.List;

/** Problems of documents, as scripts read them. */
final class ProblemJson {

    private ProblemJson() {}

    static List<Json> of(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Json()
                        .with("file", problem.file())
                        .with("pointer", problem.pointer())
                        .with("line", problem.line())
                        .with("column", problem.column())
                        .with("message", problem.message()))
                .toList();
    }
}
