package io.godwit.engine;

import io.godwit.failure.GodwitException;

/** The lock that keeps other runners out. For one thread. */
interface HeldLock {

    /** Where the work transaction is the lock. */
    HeldLock TRANSACTION = new HeldLock() {
        @Override
        public void ensure() {
            // nobody can have taken it
        }

        @Override
        public GodwitException cause(GodwitException failure) {
            return failure;
        }
    };

    /**
     * After a connection was lost: held, or taken again.
     *
     * @throws io.godwit.failure.LockTimeoutException if another runner has it by now, and keeps it for too long
     * @throws io.godwit.failure.LockLostException if it was leased, and another run has taken it over
     */
    void ensure();

    /** What a failure comes from: if another run has taken the lease over, it is that which must be told. */
    GodwitException cause(GodwitException failure);
}
