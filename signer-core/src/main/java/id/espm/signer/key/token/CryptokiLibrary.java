package id.espm.signer.key.token;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * The functions of a PKCS#11 library, called by their place in its CK_FUNCTION_LIST (PKCS#11 v2.40 §3.6). On Windows a
 * CK_ULONG has four bytes and structures have no padding, elsewhere it is as wide as a pointer.
 */
@SuppressWarnings("restricted") // a library of the user's choice is called: that is what PKCS#11 is
final class CryptokiLibrary {
    /** A library that another part of the program, such as SunPKCS11, has initialized: as good as CKR_OK. */
    private static final long ALREADY_INITIALIZED = 0x191;

    private static final long OS_LOCKING_OK = 2;
    private static final int VERSION_SIZE = 2;
    private static final int INITIALIZE_ARGS_SIZE = 64;
    private static final int MUTEX_FUNCTIONS = 4;

    private final boolean packed =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    private final Linker linker = Linker.nativeLinker();
    private final ValueLayout ulong =
            (ValueLayout) Objects.requireNonNull(linker.canonicalLayouts().get("long"), "every C has a long");
    private final MemorySegment functions;

    /** The functions that are called here; the number is their place in the list. */
    enum Function {
        INITIALIZE(0),
        GET_SLOT_LIST(4),
        GET_TOKEN_INFO(6),
        OPEN_SESSION(12),
        CLOSE_SESSION(13),
        GET_ATTRIBUTE_VALUE(24),
        FIND_OBJECTS_INIT(26),
        FIND_OBJECTS(27),
        FIND_OBJECTS_FINAL(28);

        private final int place;

        Function(int place) {
            this.place = place;
        }
    }

    /**
     * Loads and initializes a library. It stays so until the program ends, as SunPKCS11 has it too.
     *
     * @throws IllegalArgumentException if it cannot be loaded, or is none of PKCS#11
     * @throws CryptokiException        if it does not start
     */
    CryptokiLibrary(Path library) throws CryptokiException {
        MemorySegment entry = SymbolLookup.libraryLookup(library, Arena.global())
                .find("C_GetFunctionList")
                .orElseThrow(() -> new IllegalArgumentException("no C_GetFunctionList"));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(ValueLayout.ADDRESS);
            require("C_GetFunctionList", invoke(entry, list));
            functions = list.get(ValueLayout.ADDRESS, 0).reinterpret(1024);
            MemorySegment locking = arena.allocate(INITIALIZE_ARGS_SIZE);
            setNumber(locking, MUTEX_FUNCTIONS * ValueLayout.ADDRESS.byteSize(), OS_LOCKING_OK);
            long started = invoke(function(Function.INITIALIZE), locking);
            if (started != ALREADY_INITIALIZED) {
                require(Function.INITIALIZE.name(), started);
            }
        }
    }

    /** Calls a function with pointers ({@link MemorySegment}), CK_ULONGs ({@link Long}) and CK_BBOOLs ({@link Byte}). */
    void call(Function which, Object... arguments) throws CryptokiException {
        require(which.name(), invoke(function(which), arguments));
    }

    private static void require(String name, long code) throws CryptokiException {
        if (code != 0) {
            throw new CryptokiException(name, code);
        }
    }

    private MemorySegment function(Function which) {
        long start = packed ? VERSION_SIZE : ValueLayout.ADDRESS.byteSize();
        long offset = start + which.place * ValueLayout.ADDRESS.byteSize();
        return functions.get(ValueLayout.ADDRESS_UNALIGNED, offset);
    }

    private long invoke(MemorySegment function, Object... arguments) {
        MemoryLayout[] layouts = Arrays.stream(arguments).map(this::layout).toArray(MemoryLayout[]::new);
        Object[] natives = Arrays.stream(arguments).map(this::nativeValue).toArray();
        try {
            Object result = linker.downcallHandle(function, FunctionDescriptor.of(ulong, layouts))
                    .invokeWithArguments(natives);
            return ((Number) result).longValue();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a native function throws nothing", e);
        }
    }

    private MemoryLayout layout(Object argument) {
        return switch (argument) {
            case MemorySegment pointer -> ValueLayout.ADDRESS;
            case Long number -> ulong;
            default -> ValueLayout.JAVA_BYTE;
        };
    }

    private Object nativeValue(Object argument) {
        return argument instanceof Long number && numberSize() == Integer.BYTES ? (Object) number.intValue() : argument;
    }

    /** How many bytes a CK_ULONG has. */
    int numberSize() {
        return (int) ulong.byteSize();
    }

    /** How many bytes a CK_ATTRIBUTE has: type, pointer, length. */
    int attributeSize() {
        return 2 * numberSize() + (int) ValueLayout.ADDRESS.byteSize();
    }

    long number(MemorySegment memory, long offset) {
        return numberSize() == Integer.BYTES
                ? memory.get(ValueLayout.JAVA_INT_UNALIGNED, offset)
                : memory.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
    }

    void setNumber(MemorySegment memory, long offset, long value) {
        if (numberSize() == Integer.BYTES) {
            memory.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) value);
        } else {
            memory.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, value);
        }
    }
}
