package io.godwit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BehindTest {

    private static final int MOST = 100;

    private final Semaphore allowed = new Semaphore(0);
    private final List<String> taken = new CopyOnWriteArrayList<>();

    private Behind<String, IllegalStateException> behind() {
        return new Behind<>("godwit-test", MOST, one -> {
            allowed.acquireUninterruptibly();
            if (one.isEmpty()) {
                throw new IllegalStateException("nothing");
            }
            taken.add(one);
        });
    }

    /** What another thread has handed over, until it has to wait. */
    private BlockingQueue<String> handedOver(Behind<String, IllegalStateException> behind, int weight, String... all) {
        BlockingQueue<String> over = new LinkedBlockingQueue<>();
        Thread owner = new Thread(() -> {
            for (String one : all) {
                behind.put(one, weight);
                over.add(one);
            }
        });
        owner.setDaemon(true);
        owner.start();
        return over;
    }

    @Test
    void noMoreWaitsThanMayWeighSoMuch() throws InterruptedException {
        Behind<String, IllegalStateException> behind = behind();
        BlockingQueue<String> over = handedOver(behind, 40, "one", "two", "three");
        assertThat(over.poll(30, TimeUnit.SECONDS)).isEqualTo("one");
        assertThat(over.poll(30, TimeUnit.SECONDS)).isEqualTo("two");
        assertThat(over.poll(50, TimeUnit.MILLISECONDS)).isNull();
        allowed.release(3);
        assertThat(over.poll(30, TimeUnit.SECONDS)).isEqualTo("three");
        behind.await();
        assertThat(taken).containsExactly("one", "two", "three");
        behind.close();
    }

    @Test
    void whatWeighsMoreThanAllWaitsUntilItIsAlone() throws InterruptedException {
        Behind<String, IllegalStateException> behind = behind();
        behind.put("small");
        BlockingQueue<String> over = handedOver(behind, Integer.MAX_VALUE, "huge");
        assertThat(over.poll(50, TimeUnit.MILLISECONDS)).isNull();
        allowed.release(2);
        assertThat(over.poll(30, TimeUnit.SECONDS)).isEqualTo("huge");
        behind.await();
        assertThat(taken).containsExactly("small", "huge");
        behind.close();
    }

    @Test
    void failureIsToldOnceAndWhatIsBehindItIsDropped() {
        Behind<String, IllegalStateException> behind = behind();
        allowed.release(3);
        behind.put("one");
        behind.put("");
        assertThatThrownBy(() -> {
                    behind.put("dropped");
                    behind.await();
                })
                .hasMessage("nothing");
        behind.await();
        assertThat(taken).containsExactly("one");
        behind.close();
    }
}
