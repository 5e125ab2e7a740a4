package id.espm.app.practice;

import id.espm.app.signing.BatchItem;
import id.espm.app.signing.BatchItem.State;
import id.espm.app.signing.BatchSigner;
import id.espm.app.text.Texts;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.sandbox.samples.Adk;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.adk.contents.AdkReader;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.review.ReviewSettings;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.PackageSigner;
import id.espm.signer.sign.SigningOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/** Signs the sample packages by the same way as the command {@code sign}, each by the official whom its description names. */
final class PracticeSigning {
    private final PracticeFolder folder;
    private final PackageSigner signer;
    private final BatchSigner workers;
    private final SigningMethod method;
    private final Texts texts;
    private final Clock clock;

    /**
     * @param method how packages are signed
     * @param clock  in the zone of the satker
     */
    PracticeSigning(PracticeFolder folder, Rules rules, SigningMethod method, Texts texts, Clock clock) {
        this.folder = folder;
        this.signer = new PackageSigner(rules, review());
        this.workers = new BatchSigner(signer, 1);
        this.method = method;
        this.texts = texts;
        this.clock = clock;
    }

    /** By the password of all practice ADKs, which is no secret; so that comparing is seen in practice. */
    private static ReviewSettings review() {
        return new ReviewSettings(AdkReader.withPassword(Secret.copyOf(Adk.PASSWORD.toCharArray())), false);
    }

    /** Reads and checks one package. */
    BatchItem check(Path paket) throws InterruptedException {
        BatchItem item;
        try {
            item = BatchItem.read(PackageFolder.read(paket, PackageDetails.none(), PackageDetails.none()));
        } catch (SignerException e) {
            return BatchItem.unreadable(paket, e.problem());
        }
        return workers.check(List.of(item), BatchSigner.Listener.NONE).getFirst();
    }

    /** Signs it, if it can be signed. */
    BatchItem sign(Path paket) throws IOException, SignerException, InterruptedException {
        BatchItem item = check(paket);
        if (!(item.state() instanceof State.Checked) || item.paket().isEmpty()) {
            return item;
        }
        try (SigningKey key = open(folder.official(item.paket().get().jabatan().name()))) {
            return workers.sign(
                            List.of(item),
                            (one, checked) ->
                                    signer.sign(checked, key, options(checked.source()), SigningListener.NONE),
                            BatchSigner.Listener.NONE)
                    .getFirst();
        }
    }

    private SigningOptions options(SigningPackage paket) {
        String alasan = texts.get("alasan.default", texts.words().of(paket.jenis()));
        return new SigningOptions.Builder(folder.bundles(), alasan, ZonedDateTime.now(clock))
                .method(method)
                .build();
    }

    private static SigningKey open(PracticeOfficial official) throws IOException, SignerException {
        char[] passphrase = official.passphrase();
        try (Secret secret = Secret.copyOf(passphrase)) {
            return KeyFile.open(official.p12(), secret);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
