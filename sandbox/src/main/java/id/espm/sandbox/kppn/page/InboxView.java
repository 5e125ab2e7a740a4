package id.espm.sandbox.kppn.page;

import id.espm.sandbox.kppn.InboxItem;
import id.espm.sandbox.kppn.Kppn;
import id.espm.sandbox.kppn.SubmissionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of submissions.
 *
 * @param rows those of this page
 * @param filters choices by status, the first for all
 * @param queries what the links to its neighbours ask for
 * @param pages which part of the list it is
 * @param refreshing whether the page loads itself again
 */
record InboxView(List<Row> rows, List<Filter> filters, Queries queries, Pages pages, boolean refreshing) {
    private static final int PER_PAGE = 50;

    /** A submission. */
    record Row(InboxItem item, String nomor, String size, Shown.Time sentAt, EtsiWords.Badge verdict) {}

    /** A link that shows only one status. */
    record Filter(String label, String query, long count, boolean current) {}

    /** Queries that differ from this page's in one thing. */
    record Queries(String still, String moving, String newer, String older) {}

    /** Counted from 1. */
    record Pages(int number, int count) {}

    /**
     * What the address asks for.
     *
     * @param status only these; empty for all
     * @param number the page, from 1
     * @param refreshing whether it loads itself again
     */
    record Wish(Optional<SubmissionStatus> status, int number, boolean refreshing) {
        private String query(int otherNumber, boolean otherRefreshing) {
            List<String> parts = new ArrayList<>();
            status.ifPresent(s -> parts.add("status=" + s));
            if (otherNumber > 1) {
                parts.add("halaman=" + otherNumber);
            }
            if (!otherRefreshing) {
                parts.add("otomatis=tidak");
            }
            return parts.isEmpty() ? "?" : "?" + String.join("&", parts);
        }
    }

    static InboxView of(Kppn kppn, Wish wish) {
        List<InboxItem> all = kppn.inbox();
        List<InboxItem> chosen = all.stream()
                .filter(i -> wish.status().isEmpty() || wish.status().get() == i.status())
                .toList();
        int count = Math.max(1, Math.ceilDiv(chosen.size(), PER_PAGE));
        int number = Math.clamp(wish.number(), 1, count);
        List<Row> rows = chosen.stream()
                .skip((long) (number - 1) * PER_PAGE)
                .limit(PER_PAGE)
                .map(item -> row(kppn, item))
                .toList();
        Queries queries = new Queries(
                wish.query(number, false),
                wish.query(number, true),
                wish.query(number - 1, wish.refreshing()),
                wish.query(number + 1, wish.refreshing()));
        return new InboxView(rows, filters(all, wish), queries, new Pages(number, count), wish.refreshing());
    }

    private static Row row(Kppn kppn, InboxItem item) {
        return new Row(
                item,
                String.join(", ", item.nomor()),
                Shown.size(item.size()),
                Shown.time(item.sentAt(), item.zone()),
                EtsiWords.badge(kppn.verdict(item)));
    }

    private static List<Filter> filters(List<InboxItem> all, Wish wish) {
        List<Filter> filters = new ArrayList<>();
        filters.add(filter("Semua", Optional.empty(), all.size(), wish));
        for (SubmissionStatus status : SubmissionStatus.values()) {
            long count = all.stream().filter(i -> i.status() == status).count();
            if (status != SubmissionStatus.SENDING) {
                filters.add(filter(status.label(), Optional.of(status), count, wish));
            }
        }
        return filters;
    }

    private static Filter filter(String label, Optional<SubmissionStatus> status, long count, Wish wish) {
        String query = new Wish(status, 1, wish.refreshing()).query(1, wish.refreshing());
        return new Filter(label, query, count, status.equals(wish.status()));
    }
}
