package id.espm.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells logback where to write: one rotating file in the settings folder, nothing on the console. In code and not in a
 * {@code logback.xml}, whose reading would cost each short call a tenth of its time; for the same reason the file is opened by
 * the first word that goes into it.
 *
 * <p>Found by logback as a service.
 */
public final class LogFile extends ContextAwareBase implements Configurator {
    private static final String FOLDER = "espm.logs";

    /** No exceptions are written: what they say may name a document or a person. */
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{20} - %msg%n%nopex";

    private static final int DAYS = 30;
    private static final FileSize LARGEST_FILE = FileSize.valueOf("2MB");
    private static final FileSize ALL_FILES = FileSize.valueOf("20MB");

    /** Says where the log files go: to be called before anything is logged. */
    public static void into(Path folder) {
        System.setProperty(FOLDER, folder.toString());
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getStatusManager().add(new NopStatusListener());
        Appender<ILoggingEvent> appender = new OnFirstWord();
        appender.setContext(context);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.ERROR);
        root.addAppender(appender);
        context.getLogger("id.espm").setLevel(Level.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static RollingFileAppender<ILoggingEvent> file(Context context) {
        String folder = System.getProperty(
                FOLDER,
                Path.of(System.getProperty("java.io.tmpdir"), "espm-signer-logs")
                        .toString());
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(folder + "/espm-signer.log");
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(folder + "/espm-signer.%d{yyyy-MM-dd}.%i.log");
        policy.setMaxFileSize(LARGEST_FILE);
        policy.setMaxHistory(DAYS);
        policy.setTotalSizeCap(ALL_FILES);
        policy.start();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(PATTERN);
        encoder.start();
        file.setRollingPolicy(policy);
        file.setEncoder(encoder);
        file.start();
        return file;
    }

    private static final class OnFirstWord extends AppenderBase<ILoggingEvent> {
        private @Nullable RollingFileAppender<ILoggingEvent> file;

        /** Called by one thread at a time. */
        @Override
        protected void append(ILoggingEvent event) {
            if (file == null) {
                file = file(getContext());
            }
            file.doAppend(event);
        }

        @Override
        public void stop() {
            if (file != null) {
                file.stop();
            }
            super.stop();
        }
    }
}
