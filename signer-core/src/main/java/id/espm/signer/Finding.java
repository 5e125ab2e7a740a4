package id.espm.signer;

/**
 * What a check found, as a value that each face puts into words.
 *
 * @param kind   what was found
 * @param detail what it is about: an entry name, a digest, a library's own words; may be empty, never a secret
 */
public record Finding(Kind kind, String detail) {
    /** A finding that needs no detail. */
    public static Finding of(Kind kind) {
        return new Finding(kind, "");
    }

    /** The kinds of finding. Those marked "ETSI" carry a sub-indication of EN 319 102-1, section 5.1.3. */
    public enum Kind {
        /** ETSI: the signature is not in a form that can be read. */
        FORMAT_FAILURE("FORMAT_FAILURE"),
        /** The signature is in a form, or holds a value, that this program does not know. */
        FORM_UNKNOWN("FORMAT_FAILURE"),
        /** ETSI: a signed digest does not match the bytes it stands for. */
        HASH_FAILURE("HASH_FAILURE"),
        /** ETSI: the signature value does not verify under the certificate's key. */
        SIG_CRYPTO_FAILURE("SIG_CRYPTO_FAILURE"),
        /** ETSI: the signing certificate that the signature names is not there or is another. */
        NO_SIGNING_CERTIFICATE_FOUND("NO_SIGNING_CERTIFICATE_FOUND"),
        /** ETSI: no chain leads from the certificate to a trust anchor. */
        NO_CERTIFICATE_CHAIN_FOUND("NO_CERTIFICATE_CHAIN_FOUND"),
        /** ETSI: no chain leads to an anchor that was trusted when the signature is proven to have existed. */
        NO_CERTIFICATE_CHAIN_FOUND_NO_POE("NO_CERTIFICATE_CHAIN_FOUND_NO_POE"),
        /** ETSI: the chain was found but does not hold. */
        CERTIFICATE_CHAIN_GENERAL_FAILURE("CERTIFICATE_CHAIN_GENERAL_FAILURE"),
        /** ETSI: the certificate had expired, or was not yet valid, at the time of judgement. */
        OUT_OF_BOUNDS_NO_POE("OUT_OF_BOUNDS_NO_POE"),
        /** ETSI: the signed content is not there. */
        SIGNED_DATA_NOT_FOUND("SIGNED_DATA_NOT_FOUND"),
        /** ETSI: a hash or key is too weak today, and it is not proven that the signature is older than that. */
        CRYPTO_CONSTRAINTS_FAILURE_NO_POE("CRYPTO_CONSTRAINTS_FAILURE_NO_POE"),
        /** The signing key's certificate forbids this use. */
        CERTIFICATE_NOT_FOR_SIGNING("SIG_CONSTRAINTS_FAILURE"),
        /** ETSI: the signature lacks something that an advanced signature must have, such as the time that it states. */
        SIG_CONSTRAINTS_FAILURE("SIG_CONSTRAINTS_FAILURE"),
        /** ETSI: a hash or key is too weak, and was so when the signature was made. */
        CRYPTO_CONSTRAINTS_FAILURE("CRYPTO_CONSTRAINTS_FAILURE"),
        /** ETSI: the certificate was revoked before the signature was made. */
        REVOKED("REVOKED"),
        /** ETSI: the certificate is revoked, and it is not proven that the signature is older. */
        REVOKED_NO_POE("REVOKED_NO_POE"),
        /** ETSI: a CA's certificate is revoked, and it is not proven that the signature is older. */
        REVOKED_CA_NO_POE("REVOKED_CA_NO_POE"),
        /** ETSI: the signature was made before its certificate was valid. */
        NOT_YET_VALID("NOT_YET_VALID"),
        /** ETSI: the signature was made after its certificate had expired. */
        EXPIRED("EXPIRED"),
        /** ETSI: the certificate is out of its time and not revoked; the time of signing is not proven. */
        OUT_OF_BOUNDS_NOT_REVOKED("OUT_OF_BOUNDS_NOT_REVOKED"),
        /** ETSI: nobody says whether the certificate is revoked; asking later may help. */
        TRY_LATER("TRY_LATER"),
        /** ETSI: it is not proven that the signature existed when it would have had to. */
        NO_POE("NO_POE"),
        /** ETSI: what is said of revocation is itself out of its time. */
        REVOCATION_OUT_OF_BOUNDS_NO_POE("REVOCATION_OUT_OF_BOUNDS_NO_POE"),
        /** ETSI: the chain holds, but not for this use. */
        CHAIN_CONSTRAINTS_FAILURE("CHAIN_CONSTRAINTS_FAILURE"),
        /** ETSI: the timestamps contradict each other. */
        TIMESTAMP_ORDER_FAILURE("TIMESTAMP_ORDER_FAILURE"),
        /** ETSI: the signature names a policy that cannot be had. */
        SIGNATURE_POLICY_NOT_AVAILABLE("SIGNATURE_POLICY_NOT_AVAILABLE"),
        /** ETSI: the signature names a policy that cannot be processed. */
        POLICY_PROCESSING_ERROR("POLICY_PROCESSING_ERROR"),
        /** Nobody said whether the certificates are revoked, and that was asked for; DSS's sub-indication for it. */
        REVOCATION_UNKNOWN("CERTIFICATE_CHAIN_GENERAL_FAILURE"),
        /** The second judge does not see the signature, cannot read the file, or gives no reason that we know. */
        NO_SECOND_OPINION(""),
        /** Bytes of the file lie outside what the signature covers. */
        NOT_WHOLE_FILE_COVERED(""),
        /** The file goes on after the signature in a way of which nobody can tell what it changes. */
        LATER_CHANGES_UNCLEAR(""),
        /** The file asks for more work or memory than is given to it, so that nothing can be said of it. */
        BEYOND_BOUNDS(""),
        /** The file was changed after the signature. */
        CHANGED_AFTER_SIGNING("HASH_FAILURE"),
        /** The container cannot be read as a bundle. */
        BUNDLE_UNREADABLE("FORMAT_FAILURE"),
        /** An entry that the bundle must have is missing. */
        ENTRY_MISSING("SIGNED_DATA_NOT_FOUND"),
        /** An entry that no seal covers. */
        ENTRY_NOT_SEALED(""),
        /** An entry is not what the contents list says of it. */
        ENTRY_DIFFERS("HASH_FAILURE"),
        /** The contents list breaks a rule: too many SPM, a wrong composition. */
        RULE_BROKEN(""),
        /** A document lacks the signature of an official who signed the contents list. */
        SIGNER_MISSING(""),
        /** A timestamp in or over the signature does not hold, or is of something else. */
        TIMESTAMP_BROKEN(""),
        /** Nothing is signed. */
        NOT_SIGNED("");

        private final String subIndication;

        Kind(String subIndication) {
            this.subIndication = subIndication;
        }

        /** The sub-indication of ETSI EN 319 102-1 that fits, or an empty text. */
        public String subIndication() {
            return subIndication;
        }
    }
}
