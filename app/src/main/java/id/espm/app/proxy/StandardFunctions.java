package id.espm.app.proxy;

import java.net.Inet4Address;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Undefined;

/** The functions that every proxy auto-configuration script may call, as Netscape and MDN describe them. */
final class StandardFunctions {
    private final HostNames names;
    private final Map<String, StandardFunction> all;

    StandardFunctions(HostNames names, Clock clock) {
        this.names = names;
        CalendarRanges calendar = new CalendarRanges(clock);
        this.all = Map.ofEntries(
                Map.entry("isPlainHostName", a -> text(a, 0).indexOf('.') < 0),
                Map.entry("dnsDomainIs", a -> lower(a, 0).endsWith(lower(a, 1))),
                Map.entry("localHostOrDomainIs", a -> isLocalHostOrDomain(lower(a, 0), lower(a, 1))),
                Map.entry("dnsDomainLevels", a ->
                        (int) text(a, 0).chars().filter(c -> c == '.').count()),
                Map.entry("isResolvable", a -> names.address(text(a, 0)).isPresent()),
                Map.entry("dnsResolve", a -> dnsResolve(text(a, 0))),
                Map.entry("myIpAddress", a -> names.own().getHostAddress()),
                Map.entry("isInNet", a -> isInNet(text(a, 0), text(a, 1), text(a, 2))),
                Map.entry("shExpMatch", a -> ShellPattern.matches(text(a, 1), text(a, 0))),
                Map.entry("weekdayRange", a -> calendar.weekdays(texts(a))),
                Map.entry("dateRange", a -> calendar.dates(texts(a))),
                Map.entry("timeRange", a -> calendar.times(texts(a))),
                // There is nobody to be alerted.
                Map.entry("alert", a -> Undefined.instance));
    }

    /** One of them. */
    @FunctionalInterface
    interface StandardFunction {
        /** @return what JavaScript knows: a string, number, boolean or null */
        @Nullable
        Object call(Object[] arguments);
    }

    void forEach(BiConsumer<String, StandardFunction> user) {
        all.forEach(user);
    }

    private static String text(Object[] arguments, int position) {
        return position < arguments.length ? Context.toString(arguments[position]) : "";
    }

    private static String lower(Object[] arguments, int position) {
        return text(arguments, position).toLowerCase(Locale.ROOT);
    }

    private static String[] texts(Object[] arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(arguments, i);
        }
        return texts;
    }

    /** The very name, or the name without its domain. */
    private static boolean isLocalHostOrDomain(String host, String full) {
        return host.equals(full) || (host.indexOf('.') < 0 && full.startsWith(host + "."));
    }

    private @Nullable String dnsResolve(String host) {
        return names.address(host).map(Inet4Address::getHostAddress).orElse(null);
    }

    private boolean isInNet(String host, String pattern, String mask) {
        Optional<Integer> net = number(pattern);
        Optional<Integer> bits = number(mask);
        if (net.isEmpty() || bits.isEmpty()) {
            return false;
        }
        return names.address(host)
                .map(address -> (bits(address) & bits.get()) == (net.get() & bits.get()))
                .orElse(false);
    }

    private static Optional<Integer> number(String quad) {
        try {
            return Optional.of(bits(Inet4Address.ofLiteral(quad)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int bits(Inet4Address address) {
        int bits = 0;
        for (byte part : address.getAddress()) {
            bits = (bits << Byte.SIZE) | (part & 0xff);
        }
        return bits;
    }
}
