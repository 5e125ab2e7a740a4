package id.espm.sandbox.espm.account;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everyone eSPM knows, by user name and by certificate; their passwords only as hashes. */
public final class AccountDirectory {
    private final Map<String, Account> byName = new HashMap<>();
    private final Map<String, PasswordHash> hashes = new HashMap<>();
    /** Compared with when the user name is unknown, so that the time of the answer does not tell which names exist. */
    private final PasswordHash nobody = new PasswordHash("");

    public AccountDirectory(Collection<Account> accounts) {
        for (Account account : accounts) {
            if (byName.putIfAbsent(account.username(), withoutPassword(account)) != null) {
                throw new IllegalArgumentException("two accounts named " + account.username());
            }
            hashes.put(account.username(), new PasswordHash(account.password()));
        }
    }

    /** The account, when the password is right. */
    public Optional<Account> authenticate(String username, String password) {
        boolean right = hashes.getOrDefault(username, nobody).matches(password);
        return find(username).filter(a -> right);
    }

    public Optional<Account> find(String username) {
        return Optional.ofNullable(byName.get(username));
    }

    /** The official whom a certificate is registered to. */
    public Optional<Account> official(BigInteger serial) {
        return byName.values().stream()
                .filter(a -> a.kind() == AccountKind.PEJABAT && a.serials().contains(serial))
                .findFirst();
    }

    /** Every appointment known, of anyone. */
    public List<Appointment> appointments() {
        return byName.values().stream().flatMap(a -> a.appointments().stream()).toList();
    }

    private static Account withoutPassword(Account account) {
        return new Account(
                account.username(),
                "",
                account.mustChangePassword(),
                account.kind(),
                account.name(),
                account.nik(),
                account.email(),
                account.serials(),
                account.appointments());
    }
}
