package id.espm.app.report;

/**
 * One row of a report.
 *
 * @param label what it is
 * @param value in words; may hold what a file says of itself
 */
public record Detail(String label, String value) {}
