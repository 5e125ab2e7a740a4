package id.espm.app.proxy;

/** Patterns as in a shell, of which scripts have {@code *} and {@code ?}; all else means itself. */
final class ShellPattern {
    private ShellPattern() {}

    /** Whether the whole text is such; the work grows with the product of both lengths, whatever the pattern. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int from = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                // The last star takes one character more.
                p = star + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
