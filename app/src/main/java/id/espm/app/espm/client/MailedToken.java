package id.espm.app.espm.client;

import java.time.Instant;

/**
 * A new security code is on its way.
 *
 * @param sentTo    the masked mail address
 * @param expiresAt until when it counts
 */
public record MailedToken(String sentTo, Instant expiresAt) {}
