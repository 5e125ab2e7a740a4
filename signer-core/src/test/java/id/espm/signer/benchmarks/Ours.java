package id.espm.signer.benchmarks;

import id.espm.signer.CheckedFile;
import id.espm.signer.Officials;
import id.espm.signer.SignerException;
import id.espm.signer.SigningContext;
import id.espm.signer.adk.AdkSigner;
import id.espm.signer.benchmarks.BenchCase.Kind;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.PdfSigner;
import id.espm.signer.pdf.PdfSigningRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Signer through its public API: level B-B, SHA-256. */
final class Ours {
    static final String TITLE = "ours";

    private Ours() {}

    static List<Contender> contenders(BenchSigner signer) {
        List<Contender> contenders = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            contenders.add(checkedBefore(TITLE, kind, signer.key()));
            contenders.add(Contender.signing(
                    "ours, check of the file included",
                    kind,
                    input -> output -> sign(kind, CheckedFile.of(input), signer.key(), output)));
            signer.acceleratedKey().ifPresent(key -> contenders.add(checkedBefore("ours with ACCP", kind, key)));
        }
        return contenders;
    }

    private static Contender checkedBefore(String title, Kind kind, SigningKey key) {
        return Contender.signing(title, kind, input -> {
            CheckedFile checked = CheckedFile.of(input);
            return output -> sign(kind, checked, key, output);
        });
    }

    private static void sign(Kind kind, CheckedFile file, SigningKey key, Path output)
            throws IOException, SignerException {
        sign(kind, file, Officials.context(), key, output);
    }

    static void sign(Kind kind, CheckedFile file, SigningContext context, SigningKey key, Path output)
            throws IOException, SignerException {
        try (OutputStream out = Files.newOutputStream(output)) {
            switch (kind) {
                case PDF -> new PdfSigner(SigningMethod.basic()).sign(PdfSigningRequest.of(file, context), key, out);
                case ADK -> new AdkSigner(context, SigningMethod.basic()).sign(file, key, out);
            }
        }
    }
}
