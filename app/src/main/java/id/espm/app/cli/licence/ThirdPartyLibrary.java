package id.espm.app.cli.licence;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A library of others that the program holds.
 *
 * @param name    as its registry knows it: {@code group:artifact}
 * @param version of it
 * @param licence an SPDX expression, such as {@code EPL-2.0 OR Apache-2.0}
 * @param home    where it comes from; empty if it does not say
 */
record ThirdPartyLibrary(String name, String version, String licence, String home) {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*");
    private static final Set<String> OPERATORS = Set.of("AND", "OR");

    /** The licences that the expression names. */
    Set<String> licences() {
        Set<String> ids = new TreeSet<>(
                ID.matcher(licence).results().map(MatchResult::group).toList());
        ids.removeAll(OPERATORS);
        return ids;
    }
}
