package id.espm.signer.rules;

import java.time.ZoneId;

/** The zones of Indonesian local time (Keppres 41/1987), none of which has summer time. */
public enum Zona {
    /** Waktu Indonesia Barat: Sumatera, Jawa, Madura, Kalimantan Barat and Tengah. */
    WIB("Asia/Jakarta"),
    /** Waktu Indonesia Tengah: the rest of Kalimantan, Bali, Nusa Tenggara, Sulawesi. */
    WITA("Asia/Makassar"),
    /** Waktu Indonesia Timur: Maluku, Papua. */
    WIT("Asia/Jayapura");

    private final ZoneId id;

    Zona(String id) {
        this.id = ZoneId.of(id);
    }

    /** As Java knows it. */
    public ZoneId id() {
        return id;
    }
}
