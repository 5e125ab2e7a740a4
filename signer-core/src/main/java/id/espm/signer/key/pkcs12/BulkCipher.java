package id.espm.signer.key.pkcs12;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.ARIAEngine;
import org.bouncycastle.crypto.engines.CamelliaEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.engines.RC4Engine;
import org.bouncycastle.crypto.engines.SEEDEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.RC2Parameters;

/** The ciphers that a file may be encrypted by: block ciphers in CBC mode with PKCS#7 padding, and RC4. */
enum BulkCipher {
    AES(16),
    DES(8),
    TRIPLE_DES(8),
    RC2(8),
    CAMELLIA(16),
    ARIA(16),
    SEED(16),
    SM4(16),
    RC4(0);

    private final int blockSize;

    BulkCipher(int blockSize) {
        this.blockSize = blockSize;
    }

    private BlockCipher newEngine() {
        return switch (this) {
            case AES -> AESEngine.newInstance();
            case DES -> new DESEngine();
            case TRIPLE_DES -> new DESedeEngine();
            case RC2 -> new RC2Engine();
            case CAMELLIA -> new CamelliaEngine();
            case ARIA -> new ARIAEngine();
            case SEED -> new SEEDEngine();
            case SM4 -> new SM4Engine();
            case RC4 -> throw new IllegalStateException("RC4 is no block cipher");
        };
    }

    /** In bytes; 0 for RC4, which takes no initialisation vector. */
    int blockSize() {
        return blockSize;
    }

    /**
     * The plain bytes, or nothing if the padding shows that the key is another one.
     *
     * @param rc2Bits the effective key length of RC2
     */
    Optional<byte[]> decrypt(byte[] key, byte[] iv, int rc2Bits, byte[] encrypted) {
        if (this == RC4) {
            byte[] plain = new byte[encrypted.length];
            RC4Engine engine = new RC4Engine();
            engine.init(false, new KeyParameter(key));
            engine.processBytes(encrypted, 0, encrypted.length, plain, 0);
            return Optional.of(plain);
        }
        if (encrypted.length == 0 || encrypted.length % blockSize != 0) {
            return Optional.empty();
        }
        CipherParameters keyed = this == RC2 ? new RC2Parameters(key, rc2Bits) : new KeyParameter(key);
        PaddedBufferedBlockCipher cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(newEngine()), new PKCS7Padding());
        cipher.init(false, new ParametersWithIV(keyed, iv));
        byte[] plain = new byte[cipher.getOutputSize(encrypted.length)];
        try {
            int length = cipher.processBytes(encrypted, 0, encrypted.length, plain, 0);
            length += cipher.doFinal(plain, length);
            return Optional.of(Arrays.copyOf(plain, length));
        } catch (InvalidCipherTextException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
