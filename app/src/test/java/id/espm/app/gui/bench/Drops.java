package id.espm.app.gui.bench;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Drops files without a mouse: a robot's drag that fails poisons the tests after it. */
public final class Drops {
    private Drops() {}

    /** Drags files over a node and lets go; on the window's thread. */
    public static void drop(Node target, Path... files) {
        Dragboard board = board(Arrays.stream(files).map(Path::toFile).toList());
        fire(target, board, DragEvent.DRAG_OVER);
        fire(target, board, DragEvent.DRAG_DROPPED);
    }

    private static void fire(Node target, Dragboard board, EventType<DragEvent> type) {
        Event.fireEvent(target, new DragEvent(type, board, 0, 0, 0, 0, TransferMode.COPY, null, null, null));
    }

    private static Dragboard board(List<File> files) {
        TKClipboard clipboard = (TKClipboard) Proxy.newProxyInstance(
                Drops.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "hasContent" -> args[0] == DataFormat.FILES;
                    case "getContent" -> args[0] == DataFormat.FILES ? files : null;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    default -> method.getReturnType() == boolean.class ? false : null;
                });
        try {
            Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            constructor.setAccessible(true);
            return constructor.newInstance(clipboard);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the toolkit's drag board changed", e);
        }
    }
}
