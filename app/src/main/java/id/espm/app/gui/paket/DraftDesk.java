package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.draft.DraftFolder;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The packages that are open, one of which is shown. Each change is written down before it is shown, and can be undone. All calls
 * are made on the window's thread: a draft is some kilobytes.
 */
final class DraftDesk {
    private static final int UNDOABLE = 100;

    private final DraftFolder folder;
    private final InstantSource clock;
    private final Consumer<IOException> unkept;
    private final Deque<Open> before = new ArrayDeque<>();
    private Open now = new Open(List.of(), Optional.empty());

    /** @param unkept hears that a draft could not be written; the work goes on */
    DraftDesk(DraftFolder folder, InstantSource clock, Consumer<IOException> unkept) {
        this.folder = folder;
        this.clock = clock;
        this.unkept = unkept;
    }

    /**
     * What lies open.
     *
     * @param drafts in the order in which they were opened
     * @param shown  which of them
     */
    record Open(List<Draft> drafts, Optional<UUID> shown) {
        Open {
            drafts = List.copyOf(drafts);
        }

        Optional<Draft> draft() {
            return shown.flatMap(this::find);
        }

        Optional<Draft> find(UUID id) {
            return drafts.stream().filter(draft -> draft.id().equals(id)).findFirst();
        }

        Open show(UUID id) {
            return new Open(drafts, Optional.of(id));
        }

        /** With a draft in its place, or behind the others where it is new. */
        Open with(Draft draft) {
            List<Draft> all = new ArrayList<>(drafts);
            int at = indexOf(draft.id());
            if (at < 0) {
                all.add(draft);
            } else {
                all.set(at, draft);
            }
            return new Open(all, shown);
        }

        /** Without a draft; its neighbour is shown instead. */
        Open without(UUID id) {
            int at = indexOf(id);
            if (at < 0) {
                return this;
            }
            List<Draft> all = new ArrayList<>(drafts);
            all.remove(at);
            boolean seen = shown.isPresent() && shown.get().equals(id);
            Optional<UUID> next = all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(all.get(Math.min(at, all.size() - 1)).id());
            return new Open(all, seen ? next : shown);
        }

        private int indexOf(UUID id) {
            for (int i = 0; i < drafts.size(); i++) {
                if (drafts.get(i).id().equals(id)) {
                    return i;
                }
            }
            return -1;
        }
    }

    Open open() {
        return now;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    /** A change that can be taken back. */
    void change(Open next) {
        before.push(now);
        if (before.size() > UNDOABLE) {
            before.removeLast();
        }
        replace(next);
    }

    /** A change that is not worth a step back, such as a letter that was typed. */
    void replace(Open next) {
        keep(now, next);
        now = next;
    }

    /** Takes the last change back; what was typed since, and how signatures will be seen, stays. */
    void undo() {
        if (before.isEmpty()) {
            return;
        }
        Open last = before.pop();
        List<Draft> drafts = last.drafts().stream()
                .map(draft -> now.find(draft.id())
                        .map(typed -> draft.change()
                                .details(typed.details())
                                .looks(typed.looks())
                                .build())
                        .orElse(draft))
                .toList();
        replace(new Open(drafts, last.shown()));
    }

    /** Closes a draft that is done with; undoing does not bring it back. */
    void finish(UUID id) {
        replace(now.without(id));
        List<Open> rest = before.stream().map(each -> each.without(id)).toList();
        before.clear();
        before.addAll(rest);
    }

    /** Closes all; they stay in their folder. */
    void putAway() {
        before.clear();
        now = new Open(List.of(), Optional.empty());
    }

    private void keep(Open was, Open next) {
        try {
            for (Draft draft : next.drafts()) {
                if (!draft.isEmpty() && !was.drafts().contains(draft)) {
                    folder.save(draft.change().changed(clock.instant()).build());
                }
            }
            for (Draft draft : was.drafts()) {
                if (next.find(draft.id()).filter(left -> !left.isEmpty()).isEmpty()) {
                    folder.delete(draft.id());
                }
            }
        } catch (IOException e) {
            unkept.accept(e);
        }
    }
}
