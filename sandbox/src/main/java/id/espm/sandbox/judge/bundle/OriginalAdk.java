package id.espm.sandbox.judge.bundle;

import id.espm.sandbox.judge.bundle.UnsafeBundleException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** Gets back the ADK that an enveloping CMS signature holds, byte for byte, as Konversi needs it (RFC 5652, 5.2). */
public final class OriginalAdk {
    private OriginalAdk() {}

    /**
     * Copies the content of a {@code .p7m}; says nothing about its signatures.
     *
     * @param entry name to report when it is unreadable
     * @throws UnsafeBundleException when the file is no CMS with content
     */
    public static void copy(Path p7m, String entry, OutputStream out) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(p7m), 1 << 16)) {
            CMSSignedDataParser parser = new CMSSignedDataParser(new BcDigestCalculatorProvider(), in);
            CMSTypedStream content = parser.getSignedContent();
            if (content == null) {
                throw new UnsafeBundleException(Reason.UNREADABLE_ENTRY, entry);
            }
            content.getContentStream().transferTo(out);
            parser.close();
        } catch (CMSException | IllegalArgumentException | ClassCastException e) {
            throw new UnsafeBundleException(Reason.UNREADABLE_ENTRY, entry, e);
        }
    }
}
