package id.espm.signer;

/**
 * The official position in which somebody signs. The certificate does not say it (PER-10/PB/2018, Lampiran 7.3): eSPM
 * adds it to the official's data, and the Signer writes it into each signature as a claimed role.
 */
public enum Jabatan {
    /** Kuasa Pengguna Anggaran. */
    KPA,
    /** Pejabat Penandatangan Surat Perintah Membayar. */
    PPSPM,
    /** Pejabat Pembuat Komitmen. */
    PPK,
    /** Bendahara. */
    BENDAHARA,
    /** Kepala Kantor, who issues SPM for tax and customs refunds (PMK 177/PMK.05/2017). */
    KEPALA_KANTOR,
    /** Officials and staff of Direktorat Jenderal Perbendaharaan, for their correspondence. */
    DJPB
}
