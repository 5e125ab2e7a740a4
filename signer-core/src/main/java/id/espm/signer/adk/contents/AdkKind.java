package id.espm.signer.adk.contents;

/** What kind of file an ADK is; known without its password, since a ZIP's directory is never encrypted. */
public enum AdkKind {
    /** A ZIP that holds {@code d_spmind.dbf}, the table of SPM that SAS writes. */
    SPM,
    /** Any other ZIP. */
    OTHER_ZIP,
    /** A dBASE table by itself. */
    TABLE,
    /** None of these. */
    UNKNOWN
}
