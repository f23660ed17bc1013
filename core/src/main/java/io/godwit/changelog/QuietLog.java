package io.godwit.changelog;

import java.lang.reflect.Proxy;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;

/** Takes what Liquibase logs, and drops it: what matters becomes a problem or a finding. */
final class QuietLog extends AbstractLogService {

    /** A proxy, for Liquibase's interface speaks of levels of java.util.logging, which nothing here depends on. */
    private static final Logger NOTHING = (Logger) Proxy.newProxyInstance(
            Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> null);

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes") // as its interface has it
    public Logger getLog(Class source) {
        return NOTHING;
    }
}
