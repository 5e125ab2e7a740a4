package id.espm.sandbox.espm.token;

import java.time.Duration;

/**
 * Rules of the security code.
 *
 * @param lifetime how long it is good for
 * @param tries wrong ones after which a new code is needed
 * @param interval least time between two mails
 */
public record CodeRules(Duration lifetime, int tries, Duration interval) {}
