package id.espm.signer.adk.contents;

/**
 * How much an ADK may ask for to be read. What it may compute is bounded by its bytes.
 *
 * @param members        entries in the ZIP
 * @param directoryBytes size of the ZIP's directory
 * @param tableBytes     what the tables that are read come to, inflated
 * @param ratio          how many times its size a table may inflate to
 * @param records        rows of a table
 * @param columns        columns of a table
 */
public record AdkLimits(int members, int directoryBytes, int tableBytes, int ratio, int records, int columns) {
    /** Far more than SAS needs: it writes five tables, and a package holds five SPM. */
    public static AdkLimits usual() {
        return new AdkLimits(256, 256 << 10, 4 << 20, 400, 5_000, 255);
    }
}
