package io.godwit.plan;

import io.godwit.migration.RiskLevel;
import java.util.Locale;

/** How much a finding matters, from least to most. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The risk of a plan in which it is the worst finding. */
    public RiskLevel risk() {
        return switch (this) {
            case INFO, LOW -> RiskLevel.LOW;
            case MEDIUM -> RiskLevel.MEDIUM;
            case HIGH -> RiskLevel.HIGH;
            case CRITICAL -> RiskLevel.CRITICAL;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
