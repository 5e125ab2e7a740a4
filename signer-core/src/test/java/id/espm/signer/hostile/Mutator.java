package id.espm.signer.hostile;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Changes bytes in a few places: flips, runs, pieces that move, come twice or go. */
record Mutator(Random random) {
    byte[] mutate(byte[] seed) {
        byte[] bytes = seed;
        for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 1; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int size = Math.min(bytes.length - from, 1 + random.nextInt(1 << random.nextInt(11)));
        byte[] piece = new byte[size];
        System.arraycopy(bytes, from, piece, 0, size);
        switch (random.nextInt(5)) {
            case 0 -> piece[random.nextInt(size)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> random.nextBytes(piece);
            case 2 -> piece = new byte[0];
            case 3 -> piece = HostileCms.join(piece, piece);
            default -> {
                int other = random.nextInt(bytes.length - size + 1);
                System.arraycopy(bytes, other, piece, 0, size);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + piece.length);
        out.write(bytes, 0, from);
        out.writeBytes(piece);
        out.write(bytes, from + size, bytes.length - from - size);
        return out.toByteArray();
    }
}
