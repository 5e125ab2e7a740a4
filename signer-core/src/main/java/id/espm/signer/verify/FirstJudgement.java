package id.espm.signer.verify;

import id.espm.signer.cms.CmsSignature;
import java.util.Optional;

/**
 * One signature as this program's own judge sees it.
 *
 * @param report    the judgement
 * @param signature the CMS signature, where it could be read
 */
record FirstJudgement(SignatureReport report, Optional<CmsSignature> signature) {}
