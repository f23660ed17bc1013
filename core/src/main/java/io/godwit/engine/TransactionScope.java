package io.godwit.engine;

/** What one transaction holds, where DDL is transactional. */
public enum TransactionScope {
    /** One migration; what is done stays when a later one fails. */
    MIGRATION,
    /** Every migration of the run: all or none, and the fastest way to fill an empty database. */
    RUN
}
