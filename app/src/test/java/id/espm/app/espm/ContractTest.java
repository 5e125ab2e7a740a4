package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.Practice;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.sandbox.espm.fault.EspmCall;
import id.espm.sandbox.espm.fault.EspmFault;
import id.espm.signer.sign.SignedPackage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** No request of the client leaves the contract, and no answer of the practice server to it; every operation is called. */
@ExtendWith(Practice.Extension.class)
class ContractTest {
    @TempDir
    Path folder;

    @Test
    void everythingThatGoesOverTheWireStandsInTheContract(Practice practice) throws Exception {
        SignedPackage signed = PracticeEspm.sign(practice.folder(), "SPM", folder);
        try (PracticeEspm espm = PracticeEspm.start(practice.folder(), folder.resolve("espm"));
                ContractLine line = new ContractLine(espm.server.address());
                EspmClient client =
                        EspmClient.open(PracticeEspm.settings(line.address()).build())) {
            EspmSession session = PracticeEspm.login(client);
            session.profile();
            String id = session.createSubmission(HashedBundle.of(signed.bundle()), PracticeEspm.details(signed))
                    .id();
            espm.server.faults().next(EspmCall.HEAD, new EspmFault.ServerFailed());
            espm.server.faults().next(EspmCall.PATCH, new EspmFault.ByteChanged());
            espm.server.faults().next(EspmCall.COMPLETE, new EspmFault.ByteChanged());
            session.requestNewToken(id);
            espm.submit(session, signed);
            session.list(Optional.of(Instant.parse("2026-01-01T00:00:00Z")));
            session.list(Optional.empty());
            session.receipt(id);
            catchThrowableOfType(EspmException.class, () -> session.status("0123456789abcdef"));

            assertThat(line.faults).isEmpty();
            Set<String> called = new TreeSet<>(line.contract.operations());
            called.remove("uploadOptions");
            assertThat(line.contract.operationsSeen()).isEqualTo(called);
            assertThat(line.contract.problemsSeen())
                    .containsExactlyInAnyOrder(
                            "urn:espm:problem:internal-error",
                            "urn:espm:problem:checksum-mismatch",
                            "urn:espm:problem:hash-mismatch",
                            "urn:espm:problem:not-found");
        }
    }
}
