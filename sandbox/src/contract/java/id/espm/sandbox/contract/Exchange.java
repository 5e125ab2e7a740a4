package id.espm.sandbox.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request and its answer. */
public record Exchange(
        String method, String path, Optional<String> query, Message request, int status, Message answer) {

    /** Headers, by their names in any case, and a body that may be empty. */
    public record Message(Map<String, List<String>> headers, byte[] body) {
        public Message {
            Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            anyCase.putAll(headers);
            headers = anyCase;
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(List::getFirst);
        }
    }

    @Override
    public String toString() {
        return method + " " + path + query.map(q -> "?" + q).orElse("") + " -> " + status;
    }
}
