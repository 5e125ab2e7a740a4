package id.espm.signer.timestamp;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.tsp.TimeStampResponse;

/** What an authority says when it does not grant a request (PKIStatusInfo, RFC 3161 §2.4.2). */
final class RejectedRequest {
    private static final int PASSING = PKIFailureInfo.timeNotAvailable | PKIFailureInfo.systemFailure;
    private static final Map<Integer, String> NAMES = Map.of(
            PKIFailureInfo.badAlg, "badAlg",
            PKIFailureInfo.badRequest, "badRequest",
            PKIFailureInfo.badDataFormat, "badDataFormat",
            PKIFailureInfo.timeNotAvailable, "timeNotAvailable",
            PKIFailureInfo.unacceptedPolicy, "unacceptedPolicy",
            PKIFailureInfo.unacceptedExtension, "unacceptedExtension",
            PKIFailureInfo.addInfoNotAvailable, "addInfoNotAvailable",
            PKIFailureInfo.systemFailure, "systemFailure");

    private RejectedRequest() {}

    /** The reasons by their names in the RFC, then the authority's own words; the number of the status where it gives neither. */
    static String text(TimeStampResponse response) {
        int failures = failures(response);
        Stream<String> reasons = NAMES.entrySet().stream()
                .filter(entry -> (failures & entry.getKey()) != 0)
                .map(Map.Entry::getValue)
                .sorted();
        String text = Stream.concat(reasons, Optional.ofNullable(response.getStatusString()).stream())
                .collect(Collectors.joining(": "));
        return text.isEmpty() ? "PKIStatus " + response.getStatus() : text;
    }

    /** Whether the authority may grant the same request a little later. */
    static boolean mayPass(TimeStampResponse response) {
        return (failures(response) & PASSING) != 0;
    }

    private static int failures(TimeStampResponse response) {
        return Optional.ofNullable(response.getFailInfo())
                .map(PKIFailureInfo::intValue)
                .orElse(0);
    }
}
