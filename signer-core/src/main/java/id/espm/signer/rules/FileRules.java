package id.espm.signer.rules;

/**
 * What files of a package must be. The regulation says that attachments are PDFs; sizes it does not say, so they are settings.
 *
 * @param adk      sizes of an ADK
 * @param lampiran sizes of an attachment
 * @param pdfPasal where the regulation says that attachments are PDFs
 */
public record FileRules(Size adk, Size lampiran, String pdfPasal) {
    /**
     * Sizes in bytes.
     *
     * @param warn   above it sending takes long, which is told; 0: never
     * @param max    more is refused; 0: nobody set a limit
     * @param source who set them
     */
    public record Size(long warn, long max, String source) {
        /**
         * Sizes that do not contradict each other.
         *
         * @throws IllegalArgumentException if one is negative
         */
        public Size {
            if (warn < 0 || max < 0) {
                throw new IllegalArgumentException("files: a size is negative");
            }
        }

        /** Whether a file of this size is refused. */
        public boolean forbids(long size) {
            return max > 0 && size > max;
        }

        /** Whether it is to be told that a file is large. */
        public boolean warnsOf(long size) {
            return warn > 0 && size > warn;
        }
    }
}
