package id.espm.sandbox.espm.account;

/** The user levels of eSPM that matter for submitting (PER-10/PB/2018, Lampiran, chapter 5). */
public enum AccountKind {
    /** Pengantar SPM: sends SPM of every kind, Kontrak, RPD Harian and Gaji; has no certificate. */
    OPERATOR_SATKER,
    /** Sends LPJ Bendahara; has no certificate. */
    OPERATOR_BENDAHARA,
    /** Pemilik Sertifikat Elektronik: signs, and may send what was signed with an own certificate (Pasal 4(4)). */
    PEJABAT,
    /** KPPN's operator: downloads, never sends. */
    OPERATOR_KPPN
}
