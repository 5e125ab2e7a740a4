package id.espm.app.practice;

/** Hears how a practice run goes on. */
@FunctionalInterface
public interface PracticeListener {
    /** What has just been done. */
    enum Stage {
        PREPARED,
        SERVERS_UP,
        SIGNED,
        VERIFIED,
        SENT,
        RECEIVED,
        REFUSED
    }

    /** @param subject what it was done to: a folder, an address, a jenis */
    void done(Stage stage, String subject);
}
