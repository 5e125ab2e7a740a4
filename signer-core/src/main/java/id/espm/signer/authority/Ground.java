package id.espm.signer.authority;

/** A check and what came of it. */
public record Ground(Check check, Outcome outcome) {}
