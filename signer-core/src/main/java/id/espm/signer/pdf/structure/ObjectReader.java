package id.espm.signer.pdf.structure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;

/**
 * Reads objects out of bytes (ISO 32000-2, 7.3). It is stricter than the standard where programs are known to differ: a name
 * must be ASCII, a dictionary has each key once, a number is written plainly.
 */
final class ObjectReader {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER = 20;
    private static final int MAX_DIGITS = 10;
    private static final int MAX_GENERATION = 65535;

    private final byte[] bytes;
    private final boolean complete;
    private final References references;
    private int position;
    private boolean anyName;

    /** Gives the one object that stands for a reference. */
    interface References {
        COSObject to(long number, int generation);
    }

    /** The bytes ended within an object; there may be more of them in the file. */
    static final class Ended extends IOException {
        private static final long serialVersionUID = 1L;

        /** Part of ordinary reading, so it carries no stack trace. */
        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    /** @param complete whether nothing follows the bytes, so that a word may end with them */
    ObjectReader(byte[] bytes, int position, boolean complete, References references) {
        this.bytes = bytes;
        this.position = position;
        this.complete = complete;
        this.references = references;
    }

    int position() {
        return position;
    }

    /** Reads names of any bytes; for those who only need to know where an object ends. */
    ObjectReader withAnyName() {
        anyName = true;
        return this;
    }

    /** Reads one object with white space and comments before it. */
    COSBase read() throws IOException {
        return read(0);
    }

    private COSBase read(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new Unusual("objects nested more than " + MAX_DEPTH + " deep");
        }
        skipBlank();
        int c = peek();
        return switch (c) {
            case '/' -> name();
            case '(' -> literal();
            case '[' -> array(depth);
            case '<' -> peek(1) == '<' ? dictionary(depth) : hexadecimal();
            case 't', 'f', 'n' -> keyword();
            default -> numberOrReference();
        };
    }

    /** The next word of regular characters, such as {@code obj}; empty where there is none. */
    String word() throws IOException {
        skipBlank();
        int start = position;
        while (position < bytes.length && isRegular(bytes[position])) {
            position++;
        }
        if (position == bytes.length && !complete) {
            throw new Ended();
        }
        return new String(bytes, start, position - start, StandardCharsets.ISO_8859_1);
    }

    /** A whole number that is not negative and written in digits only. */
    long natural() throws IOException {
        String word = word();
        if (word.isEmpty() || word.length() > MAX_NUMBER - 2 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Unusual("a number expected, not " + word);
        }
        return Long.parseLong(word);
    }

    void require(String expected) throws IOException {
        String found = word();
        if (!found.equals(expected)) {
            throw new Unusual(expected + " expected, not " + found);
        }
    }

    private COSBase keyword() throws IOException {
        String word = word();
        return switch (word) {
            case "true" -> COSBoolean.TRUE;
            case "false" -> COSBoolean.FALSE;
            case "null" -> COSNull.NULL;
            default -> throw new Unusual("word " + word);
        };
    }

    private COSBase numberOrReference() throws IOException {
        int start = position;
        long number = digits();
        if (number >= 0) {
            // Documents of many pages have long lists of references, so they are read without a detour.
            skipBlank();
            long generation = digits();
            skipBlank();
            if (generation >= 0 && generation <= MAX_GENERATION && isWordR()) {
                position++;
                return references.to(number, (int) generation);
            }
        }
        position = start;
        String word = word();
        if (word.isEmpty() || word.length() > MAX_NUMBER) {
            throw new Unusual("no object at " + position);
        }
        return number(word);
    }

    /** The value of a few digits; -1 where there are none, or too many for a reference. */
    private long digits() throws Ended {
        int start = position;
        long value = 0;
        while (peekOrBlank() >= '0' && peekOrBlank() <= '9' && position - start < MAX_DIGITS) {
            value = 10 * value + (next() - '0');
        }
        return position == start ? -1 : value;
    }

    private boolean isWordR() throws Ended {
        if (peekOrBlank() != 'R') {
            return false;
        }
        boolean last = position + 1 == bytes.length;
        if (last && !complete) {
            throw new Ended();
        }
        return last || !isRegular(bytes[position + 1]);
    }

    /** The next byte; where nothing follows at all, a blank. */
    private int peekOrBlank() throws Ended {
        return complete && position == bytes.length ? ' ' : peek();
    }

    private static COSBase number(String word) throws IOException {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (i > 0 || (c != '-' && c != '+')) {
                throw new Unusual("number " + word);
            }
        }
        if (digits == 0 || digits > MAX_NUMBER - 2 || points > 1) {
            throw new Unusual("number " + word);
        }
        return points == 0 ? COSInteger.get(Long.parseLong(word)) : new COSFloat(word);
    }

    private COSName name() throws IOException {
        position++;
        StringBuilder name = new StringBuilder();
        while (isRegular(peek())) {
            int c = next();
            if (c == '#') {
                c = (hexDigit(next()) << 4) | hexDigit(next());
            }
            if (!anyName && (c <= ' ' || c >= 0x7f)) {
                throw new Unusual("a name outside ASCII");
            }
            name.append((char) c);
        }
        return COSName.getPDFName(name.toString());
    }

    private COSArray array(int depth) throws IOException {
        position++;
        COSArray array = new COSArray();
        for (skipBlank(); peek() != ']'; skipBlank()) {
            array.add(read(depth + 1));
        }
        position++;
        return array;
    }

    private COSDictionary dictionary(int depth) throws IOException {
        position += 2;
        COSDictionary dictionary = new COSDictionary();
        for (skipBlank(); peek() != '>'; skipBlank()) {
            if (peek() != '/') {
                throw new Unusual("a key that is no name");
            }
            COSName key = name();
            COSBase value = read(depth + 1);
            if (dictionary.containsKey(key)) {
                throw new Unusual("key " + key.getName() + " twice");
            }
            if (value != COSNull.NULL) {
                dictionary.setItem(key, value);
            }
        }
        position++;
        if (next() != '>') {
            throw new Unusual("a dictionary without end");
        }
        return dictionary;
    }

    private COSString hexadecimal() throws IOException {
        position++;
        int end = position;
        while (end < bytes.length && bytes[end] != '>') {
            end++;
        }
        byte[] value = new byte[(end - position + 1) / 2];
        int digits = 0;
        for (int c = next(); c != '>'; c = next()) {
            if (!isBlank(c)) {
                value[digits / 2] |= (byte) (hexDigit(c) << (digits % 2 == 0 ? 4 : 0));
                digits++;
            }
        }
        return new COSString(Arrays.copyOf(value, (digits + 1) / 2), true);
    }

    private COSString literal() throws IOException {
        position++;
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        int open = 1;
        while (true) {
            int c = next();
            if (c == '\\') {
                escape(value);
                continue;
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0) {
                return new COSString(value.toByteArray());
            }
            if (c == '\r') {
                // An end of line in a string is read as a line feed (ISO 32000-2, 7.3.4.2).
                skipLineFeed();
                c = '\n';
            }
            value.write(c);
        }
    }

    private void escape(ByteArrayOutputStream value) throws IOException {
        int c = next();
        switch (c) {
            case 'n' -> value.write('\n');
            case 'r' -> value.write('\r');
            case 't' -> value.write('\t');
            case 'b' -> value.write('\b');
            case 'f' -> value.write('\f');
            case '\r' -> skipLineFeed();
            case '\n' -> {
                // A line that goes on: the end of line is no part of the string.
            }
            default -> {
                if (c >= '0' && c <= '7') {
                    value.write(octal(c - '0'));
                } else {
                    value.write(c);
                }
            }
        }
    }

    private int octal(int first) throws IOException {
        int value = first;
        for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; i++) {
            value = (value << 3) | (next() - '0');
        }
        return value & 0xff;
    }

    private void skipLineFeed() throws IOException {
        if (peek() == '\n') {
            position++;
        }
    }

    void skipBlank() {
        while (position < bytes.length) {
            int c = bytes[position];
            if (c == '%') {
                while (position < bytes.length && bytes[position] != '\n' && bytes[position] != '\r') {
                    position++;
                }
            } else if (isBlank(c)) {
                position++;
            } else {
                return;
            }
        }
    }

    private int peek() throws Ended {
        return peek(0);
    }

    private int peek(int ahead) throws Ended {
        if (position + ahead >= bytes.length) {
            throw new Ended();
        }
        return bytes[position + ahead] & 0xff;
    }

    private int next() throws Ended {
        int c = peek();
        position++;
        return c;
    }

    private static int hexDigit(int c) throws Unusual {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'F') {
            return c - 'A' + 10;
        }
        if (c >= 'a' && c <= 'f') {
            return c - 'a' + 10;
        }
        throw new Unusual("not a hexadecimal digit");
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    private static boolean isRegular(int c) {
        return !isBlank(c) && "()<>[]{}/%".indexOf(c) < 0;
    }
}
