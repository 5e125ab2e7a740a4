package id.espm.sandbox.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was issued and revoked; OCSP and CRL answer from here. With a file, the file is the truth and read each time, so
 * that a service that stays up sees what another process revoked.
 */
final class Register {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Optional<Path> file;
    private List<IssuedCertificate> entries = List.of();

    private Register(Optional<Path> file) {
        this.file = file;
    }

    static Register inMemory() {
        return new Register(Optional.empty());
    }

    static Register inFile(Path file) {
        return new Register(Optional.of(file));
    }

    /** Every certificate ever issued, oldest first. */
    synchronized List<IssuedCertificate> all() {
        file.ifPresent(f -> entries = read(f));
        return entries;
    }

    Optional<IssuedCertificate> find(Issuer issuer, BigInteger serial) {
        return all().stream()
                .filter(entry -> entry.issuer() == issuer && entry.serial().equals(serial))
                .findFirst();
    }

    synchronized void add(IssuedCertificate certificate) {
        List<IssuedCertificate> changed = new ArrayList<>(all());
        changed.add(certificate);
        save(changed);
    }

    synchronized void revoke(Issuer issuer, BigInteger serial, IssuedCertificate.Revocation revocation) {
        if (find(issuer, serial).isEmpty()) {
            throw new IllegalArgumentException("not issued by this CA: serial " + serial);
        }
        save(all().stream()
                .map(entry ->
                        entry.issuer() == issuer && entry.serial().equals(serial) ? entry.revoked(revocation) : entry)
                .toList());
    }

    private void save(List<IssuedCertificate> changed) {
        entries = List.copyOf(changed);
        if (file.isPresent()) {
            try {
                OwnerOnlyFile.write(file.get(), JSON.writeValueAsBytes(entries));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the register " + file.get(), e);
            }
        }
    }

    private static List<IssuedCertificate> read(Path file) {
        try {
            return List.of(JSON.readValue(Files.readAllBytes(file), IssuedCertificate[].class));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the register " + file, e);
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException("The register " + file + " is damaged", e));
        }
    }
}
