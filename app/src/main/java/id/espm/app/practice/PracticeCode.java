package id.espm.app.practice;

/**
 * A security code that the practice eSPM "mailed".
 *
 * @param code  six digits
 * @param about which submission it is for, in the words of the mail; may be empty
 */
public record PracticeCode(String code, String about) {}
