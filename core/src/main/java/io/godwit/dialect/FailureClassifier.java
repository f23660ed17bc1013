package io.godwit.dialect;

import java.sql.SQLException;

/** Tells what a driver's exception means. Stateless and thread-safe. */
public interface FailureClassifier {

    FailureKind classify(SQLException failure);
}
