package id.espm.signer.network;

import java.time.Duration;

/**
 * How long an exchange may take and how much may come back.
 *
 * @param connect  until the connection stands
 * @param answer   altogether, to the last byte of the answer
 * @param maxBytes of the answer's body
 */
public record HttpLimits(Duration connect, Duration answer, int maxBytes) {}
