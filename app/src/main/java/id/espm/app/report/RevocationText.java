package id.espm.app.report;

import id.espm.app.text.Texts;
import id.espm.signer.verify.SignatureOpinion;
import id.espm.signer.verify.SignatureOpinion.ChainLink;
import id.espm.signer.verify.SignatureOpinion.RevocationWord;

/** What is known of the revocation of a certificate, in words. */
public final class RevocationText {
    private final Texts texts;
    private final boolean online;
    private final String advice;

    /**
     * @param online whether responders were asked
     * @param advice what to say where nobody was asked and the file says nothing; may be empty
     */
    public RevocationText(Texts texts, boolean online, String advice) {
        this.texts = texts;
        this.online = online;
        this.advice = advice;
    }

    /** Of the signer's own certificate. */
    String ofSigner(SignatureOpinion opinion) {
        return opinion.chain().stream().findFirst().map(this::of).orElseGet(this::unknown);
    }

    String of(ChainLink link) {
        return link.anchor()
                ? texts.get("report.chain.anchor")
                : link.revocation().map(this::word).orElseGet(this::unknown);
    }

    private String unknown() {
        if (online) {
            return texts.get("report.revocation.no-answer");
        }
        String unasked = texts.get("report.revocation.not-asked");
        return advice.isEmpty() ? unasked : unasked + "; " + advice;
    }

    private String word(RevocationWord word) {
        String said = texts.dates().dateTime(word.producedAt());
        String source =
                texts.get(word.inFile() ? "report.revocation.in-file" : "report.revocation.asked", word.source(), said);
        return word.revokedAt()
                .map(since -> texts.get(
                        "report.revocation.revoked",
                        texts.dates().dateTime(since),
                        texts.words().crlReason(word.reason().isEmpty() ? "UNSPECIFIED" : word.reason()),
                        source))
                .orElseGet(() -> texts.get("report.revocation.good", source));
    }
}
