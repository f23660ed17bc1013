package io.godwit.plan.risk;

import io.godwit.plan.Severity;

/**
 * What a rule is about, for people. Immutable.
 *
 * @param id as findings, {@code x-allow} and {@code --accept} name it
 * @param usual how much it matters where nothing more is known
 * @param finds what it finds, a sentence
 * @param why what can go wrong, a sentence
 * @param safer what to do instead, without its stop
 */
public record RuleText(String id, Severity usual, String finds, String why, String safer) {}
