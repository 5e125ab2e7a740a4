package id.espm.app.proxy;

import java.net.Inet4Address;
import java.util.Optional;

/** What names mean in the network where this computer is, for scripts: IPv4 alone, as in the days they were made for. */
interface HostNames {
    /** The first address of a name, or of a number as it stands; empty where there is none. */
    Optional<Inet4Address> address(String host);

    /** The address by which this computer goes out. */
    Inet4Address own();
}
