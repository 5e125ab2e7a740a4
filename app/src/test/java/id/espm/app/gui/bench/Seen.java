package id.espm.app.gui.bench;

import id.espm.app.gui.look.Notice;
import java.util.Collection;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.testfx.api.FxRobot;

/** What somebody reads on the screen. */
public final class Seen {
    private Seen() {}

    /** What stands in a field. */
    public static String field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class).getText();
    }

    /** The notices with this id that are shown, as a screen reader says them. */
    public static String notices(FxRobot robot, String id) {
        return said(robot.lookup(id).queryAllAs(Notice.class));
    }

    /** All notices that the screen shows. */
    public static String notices(FxRobot robot) {
        return said(robot.lookup("#content").lookup(".notice").queryAllAs(Notice.class));
    }

    private static String said(Collection<Notice> notices) {
        return notices.stream()
                .filter(Notice::isVisible)
                .map(Notice::getAccessibleText)
                .reduce("", String::concat);
    }

    /** All labels of the screen, a line each. */
    public static String labels(FxRobot robot) {
        return robot.lookup("#content").lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .reduce("", (all, text) -> all + "\n" + text);
    }
}
