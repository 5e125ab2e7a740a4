package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.practice.PracticeWorld.Addresses;

/** The one line of {@code practice serve}: docs/schema/practice-serve.json. */
@JsonPropertyOrder({"espm", "tsa", "ocsp", "crl", "inbox"})
public record AddressesJson(String espm, String tsa, String ocsp, String crl, String inbox) {
    /** The addresses as texts. */
    public static AddressesJson of(Addresses addresses) {
        return new AddressesJson(
                addresses.espm().toString(),
                addresses.tsa().toString(),
                addresses.ocsp().toString(),
                addresses.crl().toString(),
                addresses.inbox().toString());
    }
}
