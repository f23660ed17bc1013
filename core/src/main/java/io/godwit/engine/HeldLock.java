package io.godwit.engine;

/** The lock that keeps other runners out. For one thread. */
interface HeldLock {

    /** Where the work transaction is the lock. */
    HeldLock TRANSACTION = () -> {};

    /**
     * After a connection was lost: held, or taken again.
     *
     * @throws io.godwit.failure.LockTimeoutException if another runner has it by now, and keeps it for too long
     */
    void ensure();
}
