package id.espm.signer.key.token;

import id.espm.signer.key.token.CryptokiLibrary.Function;
import id.espm.signer.key.token.Token.Pin;
import java.io.ByteArrayInputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a PKCS#11 library offers without a login. SunPKCS11 tells neither the label of a token nor its certificates before
 * the PIN is given, and takes a slot by its number only, so the library is asked here; it is never logged in here.
 */
final class Slots {
    private static final Logger LOG = LoggerFactory.getLogger(Slots.class);

    private static final Set<Long> NO_TOKEN = Set.of(0xE0L, 0xE1L);
    private static final int TOKEN_INFO_SIZE = 256;
    private static final int LABEL = 0;
    private static final int MANUFACTURER = 32;
    private static final int SERIAL = 80;
    private static final int FLAGS = 96;
    private static final long FLAG_OWN_PIN_ENTRY = 0x100;
    private static final long FLAG_INITIALIZED = 0x400;
    private static final long FLAG_PIN_COUNT_LOW = 0x10000;
    private static final long FLAG_PIN_FINAL_TRY = 0x20000;
    private static final long FLAG_PIN_LOCKED = 0x40000;

    private static final long SERIAL_SESSION = 4;
    private static final long ATTRIBUTE_CLASS = 0;
    private static final long ATTRIBUTE_VALUE = 0x11;
    private static final long CLASS_CERTIFICATE = 1;
    private static final int MAX_CERTIFICATES = 256;
    private static final int MAX_CERTIFICATE_SIZE = 1 << 16;

    private final CryptokiLibrary library;

    /**
     * A slot with an initialized token.
     *
     * @param id    its CK_SLOT_ID
     * @param index its place among all slots
     */
    record Slot(long id, int index, Token token) {}

    /** @throws IllegalArgumentException if the library cannot be loaded, or is none of PKCS#11 */
    Slots(Path library) throws CryptokiException {
        this.library = new CryptokiLibrary(library);
    }

    /** The slots that hold a token with a PIN of its own. */
    List<Slot> withToken() throws CryptokiException {
        List<Slot> slots = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            int width = library.numberSize();
            MemorySegment count = arena.allocate(width, width);
            library.call(Function.GET_SLOT_LIST, (byte) 0, MemorySegment.NULL, count);
            MemorySegment ids = arena.allocate((long) width * Math.max(1, library.number(count, 0)), width);
            library.call(Function.GET_SLOT_LIST, (byte) 0, ids, count);
            for (int i = 0; i < library.number(count, 0); i++) {
                long id = library.number(ids, (long) i * width);
                MemorySegment info = arena.allocate(TOKEN_INFO_SIZE, Long.BYTES);
                if (hasToken(id, info) && (flags(info) & FLAG_INITIALIZED) != 0) {
                    slots.add(new Slot(id, i, token(info)));
                }
            }
        }
        return List.copyOf(slots);
    }

    private boolean hasToken(long id, MemorySegment info) throws CryptokiException {
        try {
            library.call(Function.GET_TOKEN_INFO, id, info);
            return true;
        } catch (CryptokiException e) {
            if (NO_TOKEN.contains(e.code())) {
                return false;
            }
            throw e;
        }
    }

    private long flags(MemorySegment info) {
        return library.number(info, FLAGS);
    }

    private Token token(MemorySegment info) {
        boolean ownPinEntry = (flags(info) & FLAG_OWN_PIN_ENTRY) != 0;
        return new Token(
                text(info, LABEL, 32), text(info, SERIAL, 16), text(info, MANUFACTURER, 32), pin(info), ownPinEntry);
    }

    private Pin pin(MemorySegment info) {
        long flags = flags(info);
        if ((flags & FLAG_PIN_LOCKED) != 0) {
            return Pin.LOCKED;
        }
        if ((flags & FLAG_PIN_FINAL_TRY) != 0) {
            return Pin.LAST_TRY;
        }
        return (flags & FLAG_PIN_COUNT_LOW) != 0 ? Pin.WRONG_BEFORE : Pin.USABLE;
    }

    /** Text that is padded with blanks; some tokens pad with zeros. */
    private static String text(MemorySegment info, int offset, int size) {
        byte[] bytes = info.asSlice(offset, size).toArray(ValueLayout.JAVA_BYTE);
        String padded = new String(bytes, StandardCharsets.UTF_8);
        return padded.replace('\0', ' ').strip();
    }

    /** The certificates that a token shows to everyone; one that cannot be read is passed over. */
    List<X509Certificate> certificates(Slot slot) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            int width = library.numberSize();
            MemorySegment session = arena.allocate(width, width);
            library.call(
                    Function.OPEN_SESSION, slot.id(), SERIAL_SESSION, MemorySegment.NULL, MemorySegment.NULL, session);
            long handle = library.number(session, 0);
            try {
                return certificates(handle, arena);
            } finally {
                library.call(Function.CLOSE_SESSION, handle);
            }
        }
    }

    private List<X509Certificate> certificates(long session, Arena arena) throws CryptokiException {
        int width = library.numberSize();
        MemorySegment wanted = arena.allocate(width, width);
        library.setNumber(wanted, 0, CLASS_CERTIFICATE);
        library.call(Function.FIND_OBJECTS_INIT, session, attribute(arena, ATTRIBUTE_CLASS, wanted), 1L);
        MemorySegment objects = arena.allocate((long) MAX_CERTIFICATES * width, width);
        MemorySegment count = arena.allocate(width, width);
        try {
            library.call(Function.FIND_OBJECTS, session, objects, (long) MAX_CERTIFICATES, count);
        } finally {
            library.call(Function.FIND_OBJECTS_FINAL, session);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (int i = 0; i < Math.min(MAX_CERTIFICATES, library.number(count, 0)); i++) {
            read(session, library.number(objects, (long) i * width), certificates);
        }
        return List.copyOf(certificates);
    }

    private void read(long session, long object, List<X509Certificate> certificates) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(MAX_CERTIFICATE_SIZE);
            MemorySegment attribute = attribute(arena, ATTRIBUTE_VALUE, value);
            library.call(Function.GET_ATTRIBUTE_VALUE, session, object, attribute, 1L);
            long size = library.number(attribute, attributeLength());
            byte[] der =
                    value.asSlice(0, Math.clamp(size, 0, MAX_CERTIFICATE_SIZE)).toArray(ValueLayout.JAVA_BYTE);
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            if (factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        } catch (CryptokiException | CertificateException e) {
            LOG.debug("a certificate of the token cannot be read", e);
        }
    }

    private MemorySegment attribute(Arena arena, long type, MemorySegment value) {
        MemorySegment attribute = arena.allocate(library.attributeSize(), Long.BYTES);
        library.setNumber(attribute, 0, type);
        attribute.set(ValueLayout.ADDRESS_UNALIGNED, library.numberSize(), value);
        library.setNumber(attribute, attributeLength(), value.byteSize());
        return attribute;
    }

    private long attributeLength() {
        return library.numberSize() + ValueLayout.ADDRESS.byteSize();
    }
}
