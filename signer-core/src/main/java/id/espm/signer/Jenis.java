package id.espm.signer;

/** The kind of a Dokumen Elektronik (PER-10/PB/2018 Pasal 1(5)-(9) and Lampiran 7.3, 8.3.1). What each holds and who signs it is data: see {@code rules}. */
public enum Jenis {
    /** Surat Perintah Membayar. */
    SPM,
    /** SPM Koreksi. */
    SPM_KOREKSI,
    /** SPM Kelebihan Pajak. */
    SPM_KP,
    /** SPM Kelebihan PBB. */
    SPM_KPBB,
    /** SPM Kelebihan Bea dan Cukai. */
    SPM_KBC,
    /** SPM Imbalan Bunga. */
    SPM_IB,
    /** SPM Bea Perolehan Hak atas Tanah dan Bangunan. */
    SPM_BPHTB,
    /** Data of a contract. */
    KONTRAK,
    /** Rencana Penarikan Dana Harian. */
    RPD_HARIAN,
    /** Data of salaries. */
    GAJI,
    /** Laporan Pertanggungjawaban Bendahara. */
    LPJ,
    /** Correspondence of DJPb: PDFs alone, never sent to eSPM. */
    SURAT
}
