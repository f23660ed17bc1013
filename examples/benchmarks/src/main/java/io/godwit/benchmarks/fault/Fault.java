package io.godwit.benchmarks.fault;

import io.godwit.tck.harness.OneMethodDataSource;
import io.godwit.tck.harness.SilencingProxy;
import java.sql.Connection;
import java.util.Random;

/** What can happen to a run. */
enum Fault {
    PROCESS("kill -9 of the process") {
        @Override
        Scene.Outcome strike(Scene scene, Random random, Durations durations) throws Exception {
            HostProcess process = HostProcess.start(
                    scene.host(), scene.act(), scene.database().url());
            process.awaitReady();
            process.begin();
            process.awaitBegun();
            Thread.sleep(random.nextLong(durations.forked()));
            boolean killed = process.kill();
            scene.server().awaitSilence(scene.database());
            return new Scene.Outcome(killed, "");
        }
    },
    SESSION("kill of one session by the server") {
        @Override
        Scene.Outcome strike(Scene scene, Random random, Durations durations) throws Exception {
            return killed(scene, random, durations, random.nextInt(1 << 20));
        }
    },
    SESSIONS("kill of all sessions by the server") {
        @Override
        Scene.Outcome strike(Scene scene, Random random, Durations durations) throws Exception {
            return killed(scene, random, durations, -1);
        }
    },
    CUT("connections cut on the way") {
        @Override
        Scene.Outcome strike(Scene scene, Random random, Durations durations) throws Exception {
            try (Connection direct = scene.database().connect();
                    SilencingProxy proxy = new SilencingProxy(direct, "COMMIT", Integer.MAX_VALUE)) {
                return scene.harmed(new OneMethodDataSource(proxy::connect), micros(random, durations), proxy::cut);
            }
        }
    },
    SILENCE("answers swallowed on the way") {
        @Override
        Scene.Outcome strike(Scene scene, Random random, Durations durations) throws Exception {
            try (Connection direct = scene.database().connect();
                    SilencingProxy proxy = new SilencingProxy(direct, "COMMIT", Integer.MAX_VALUE)) {
                return scene.harmed(new OneMethodDataSource(proxy::connect), micros(random, durations), proxy::silence);
            }
        }
    },
    COMMIT("the answer to one COMMIT swallowed") {
        @Override
        Scene.Outcome strike(Scene scene, Random random, Durations durations) throws Exception {
            int times = 1 + random.nextInt(durations.commits());
            try (Connection direct = scene.database().connect();
                    SilencingProxy proxy = new SilencingProxy(direct, "COMMIT", times)) {
                Scene.Outcome outcome = scene.harmed(new OneMethodDataSource(proxy::connect), 0, () -> {});
                return new Scene.Outcome(proxy.hasSilenced(), outcome.end());
            }
        }
    },
    SERVER("kill -9 of the server, and a start on what it left") {
        @Override
        Scene.Outcome strike(Scene scene, Random random, Durations durations) throws Exception {
            return scene.harmed(
                    scene.database().dataSource(),
                    micros(random, durations),
                    () -> scene.server().stopAtOnce());
        }
    };

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    /** In words. */
    String text() {
        return text;
    }

    /** Whether there is such a thing there. */
    boolean possible(FaultServer server) {
        return this == PROCESS || server.isServer();
    }

    /** Lets a run begin, and strikes it at a moment that chance chooses. */
    abstract Scene.Outcome strike(Scene scene, Random random, Durations durations) throws Exception;

    private static Scene.Outcome killed(Scene scene, Random random, Durations durations, int which) throws Exception {
        return scene.harmed(
                scene.database().dataSource(),
                micros(random, durations),
                () -> scene.server().killSessions(scene.database(), which));
    }

    private static long micros(Random random, Durations durations) {
        return random.nextLong(durations.inside() * 1000);
    }
}
