package id.espm.app.doctor;

/**
 * What was found.
 *
 * @param subject   what was looked at
 * @param condition how it is
 * @param message   what was found, in the language of the call
 * @param next      what to do about it; empty where nothing need be done
 */
public record Diagnosis(Subject subject, Condition condition, String message, String next) {}
