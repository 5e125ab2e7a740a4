package id.espm.app.gui.sign;

import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Words;

/** Tells how far the handing over to the operator is. */
public final class HandoverNotice {
    private HandoverNotice() {}

    /** Says it in a notice. */
    public static void draw(Notice notice, HandoverViewModel.State state, Words words) {
        switch (state) {
            case HandoverViewModel.State.Idle s -> notice.hide();
            case HandoverViewModel.State.Copying s -> notice.say(Notice.Kind.INFO, words.get("sign.handing"), "");
            case HandoverViewModel.State.Failed s -> notice.say(words.tell(s.failure()));
            case HandoverViewModel.State.Handed s ->
                notice.say(
                        Notice.Kind.GOOD,
                        words.get("sign.handed", s.files().size(), s.folder().toString()),
                        words.get("sign.handed.next"));
        }
        notice.announce();
    }
}
