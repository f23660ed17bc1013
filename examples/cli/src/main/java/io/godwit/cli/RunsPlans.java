package io.godwit.cli;

/** A command whose answer in JSON is always the report of a run, also when it never came to one. */
interface RunsPlans {}
