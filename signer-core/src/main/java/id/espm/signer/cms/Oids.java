package id.espm.signer.cms;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers that Bouncy Castle does not name, or names in many places. */
final class Oids {
    /** signer-attributes-v2 (ETSI EN 319 122-1, 5.2.6.1). */
    static final ASN1ObjectIdentifier SIGNER_ATTRIBUTES_V2 = new ASN1ObjectIdentifier("0.4.0.19122.1.1");
    /** id-at-title (X.520): the designated position of somebody in an organisation, which is what jabatan and satker are. */
    static final ASN1ObjectIdentifier TITLE = new ASN1ObjectIdentifier("2.5.4.12");
    /** id-cti-ets-proofOfApproval (RFC 5126, 5.11.1): the signer approves the content. */
    static final ASN1ObjectIdentifier PROOF_OF_APPROVAL = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.6.5");
    /** Our qualifier of the commitment: the reason as text. An identifier of our own under a UUID (ITU-T X.667). */
    static final ASN1ObjectIdentifier REASON_TEXT =
            new ASN1ObjectIdentifier("2.25.337968204808092734355893909561442479752");

    /** archive-time-stamp-v3 (ETSI EN 319 122-1, 5.5.3). */
    static final ASN1ObjectIdentifier ARCHIVE_TIMESTAMP_V3 = new ASN1ObjectIdentifier("0.4.0.1733.2.4");
    /** ats-hash-index-v3 (ETSI EN 319 122-1, 5.5.2). */
    static final ASN1ObjectIdentifier ATS_HASH_INDEX_V3 = new ASN1ObjectIdentifier("0.4.0.19122.1.5");

    private Oids() {}
}
