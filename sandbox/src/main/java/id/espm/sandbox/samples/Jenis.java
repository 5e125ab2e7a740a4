package id.espm.sandbox.samples;

/**
 * The kinds of Dokumen Elektronik, with the first jabatan that may sign each (PER-10/PB/2018, Lampiran 5). Kept apart
 * from the Signer's own table on purpose: the sandbox is the world outside.
 */
enum Jenis {
    SPM("PPSPM"),
    SPM_KOREKSI("PPSPM"),
    SPM_KP("KEPALA_KANTOR"),
    SPM_KPBB("KEPALA_KANTOR"),
    SPM_KBC("KEPALA_KANTOR"),
    SPM_IB("KEPALA_KANTOR"),
    SPM_BPHTB("KEPALA_KANTOR"),
    KONTRAK("PPK"),
    RPD_HARIAN("PPK"),
    GAJI("KPA"),
    LPJ("BENDAHARA"),
    SURAT("DJPB");

    private final String jabatan;

    Jenis(String jabatan) {
        this.jabatan = jabatan;
    }

    String jabatan() {
        return jabatan;
    }

    /** Letters among DJPb and its offices go to no KPPN. */
    boolean hasKppn() {
        return this != SURAT;
    }
}
