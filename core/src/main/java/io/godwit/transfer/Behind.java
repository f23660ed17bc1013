package io.godwit.transfer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Hands things to who works on them on a thread of its own, so that making them takes one processor, and what becomes of them another.
 * What a call to the other thread fails with is told once, by a later call; whatever was handed over behind it is dropped. The other
 * thread has done with all things, and sees what the owner did before, wherever {@link #await} returns. For one thread.
 *
 * @param <T> what is handed over
 * @param <E> what working on it may fail with
 */
public final class Behind<T, E extends Exception> implements AutoCloseable {

    private final Taker<T, E> taker;
    private final int most;
    private final Queue<Parcel<T>> parcels = new ConcurrentLinkedQueue<>();
    private final Semaphore room;
    private final Semaphore ready = new Semaphore(0);
    private volatile @Nullable Throwable failure;
    private boolean told;
    private boolean closed;

    /**
     * Works on things, one after the other.
     *
     * @param <T> things
     * @param <E> what it may fail with
     */
    public interface Taker<T, E extends Exception> {
        /** On the other thread. */
        void take(T one) throws E;
    }

    /** The last one is empty. */
    private record Parcel<T>(@Nullable T content, int weight) {}

    /**
     * Begins the other thread.
     *
     * @param name of the thread
     * @param most what may wait or be worked on at once, in the weight of {@link #put}; whoever hands over more waits
     */
    public Behind(String name, int most, Taker<T, E> taker) {
        this.taker = taker;
        this.most = most;
        this.room = new Semaphore(most);
        Thread thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (true) {
            ready.acquireUninterruptibly();
            Parcel<T> parcel = parcels.remove();
            T content = parcel.content();
            if (content != null && failure == null) {
                take(content);
            }
            room.release(parcel.weight());
            if (content == null) {
                return;
            }
        }
    }

    private void take(T content) {
        try {
            taker.take(content);
        } catch (Throwable e) {
            failure = e;
        }
    }

    /** Hands over a thing of weight 1. */
    public void put(T one) throws E {
        put(one, 1);
    }

    /**
     * Hands over.
     *
     * @param weight from 1; what weighs more than may wait at all is handed over once nothing else does
     */
    public void put(T one, long weight) throws E {
        check();
        send(new Parcel<>(one, (int) Math.min(most, weight)));
    }

    private void send(Parcel<T> parcel) {
        room.acquireUninterruptibly(parcel.weight());
        parcels.add(parcel);
        ready.release();
    }

    /** Waits until nothing is worked on. */
    public void await() throws E {
        settle();
        check();
    }

    private void settle() {
        room.acquireUninterruptibly(most);
        room.release(most);
    }

    /** Tells what the other thread failed with, if that is not told yet. */
    @SuppressWarnings("unchecked")
    public void check() throws E {
        Throwable known = told ? null : failure;
        told |= known != null;
        if (known instanceof Error error) {
            throw error;
        }
        if (known instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (known != null) {
            throw (E) known;
        }
    }

    /** Waits for what is worked on, and ends the other thread. What failed is no longer told. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            told = true;
            send(new Parcel<>(null, 1));
            settle();
        }
    }
}
