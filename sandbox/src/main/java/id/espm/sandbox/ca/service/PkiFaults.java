package id.espm.sandbox.ca.service;

import java.util.Optional;

/** What the services do wrong on purpose while they run, so that their clients can be tried. Any thread may change it. */
public final class PkiFaults {
    private volatile Optional<OcspFault> ocsp = Optional.empty();
    private volatile Optional<CrlFault> crl = Optional.empty();
    private volatile boolean issuersGone;

    /** From now on OCSP answers are wrong in this way. */
    public void answerOcsp(OcspFault fault) {
        ocsp = Optional.of(fault);
    }

    /** From now on CRLs are wrong in this way. */
    public void answerCrl(CrlFault fault) {
        crl = Optional.of(fault);
    }

    /** From now on nobody hands out certificates of issuers. */
    public void hideIssuers() {
        issuersGone = true;
    }

    /** From now on all is well again. */
    public void end() {
        ocsp = Optional.empty();
        crl = Optional.empty();
        issuersGone = false;
    }

    public Optional<OcspFault> ocsp() {
        return ocsp;
    }

    public Optional<CrlFault> crl() {
        return crl;
    }

    public boolean issuersGone() {
        return issuersGone;
    }
}
