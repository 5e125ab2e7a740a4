package id.espm.app.gui.look;

/** The places of the window, in the order of the rail. */
public enum Screen {
    /** Beranda. */
    HOME(1, "mdal-home"),
    /** Paket. */
    PACKAGE(2, "mdal-folder"),
    /** Pratinjau. */
    PREVIEW(3, "mdal-find_in_page"),
    /** Tanda tangan. */
    SIGN(4, "mdal-create"),
    /** Kirim. */
    SEND(5, "mdmz-send"),
    /** Verifikasi. */
    VERIFY(6, "mdal-fact_check"),
    /** Riwayat. */
    HISTORY(7, "mdal-history"),
    /** Sertifikat. */
    CERTIFICATE(8, "mdmz-verified_user"),
    /** Pengaturan. */
    SETTINGS(9, "mdmz-settings");

    private final int digit;
    private final String icon;

    Screen(int digit, String icon) {
        this.digit = digit;
        this.icon = icon;
    }

    /** Its picture, as Ikonli names it. */
    public String icon() {
        return icon;
    }

    /** The digit that goes there together with Ctrl. */
    public int digit() {
        return digit;
    }
}
