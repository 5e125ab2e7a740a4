package id.espm.app.signing;

import id.espm.app.signing.BatchItem.State;
import id.espm.signer.Jenis;
import id.espm.signer.Problem;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the same SPM in several packages of one run. Nobody can know which one is meant, so all of them are set aside. */
public final class SameDocument {
    private final Rules rules;

    public SameDocument(Rules rules) {
        this.rules = rules;
    }

    /** What makes two SPM the same one. */
    private record Key(Jenis jenis, String satker, int tahun, String nomor) {}

    /** The packages, with those set aside that share an SPM with another. */
    public List<BatchItem> setAside(List<BatchItem> items) {
        Map<Key, List<BatchItem>> holders = new LinkedHashMap<>();
        for (BatchItem item : items) {
            for (Key key : keys(item)) {
                holders.computeIfAbsent(key, one -> new ArrayList<>()).add(item);
            }
        }
        return items.stream().map(item -> setAside(item, holders)).toList();
    }

    private BatchItem setAside(BatchItem item, Map<Key, List<BatchItem>> holders) {
        for (Key key : keys(item)) {
            List<BatchItem> sharing = holders.getOrDefault(key, List.of());
            if (sharing.size() > 1) {
                List<Path> sources = sharing.stream().map(BatchItem::source).toList();
                return item.with(
                        new State.Failed(new Failure.Refused(new Problem.NomorElsewhere(key.nomor(), sources))));
            }
        }
        return item;
    }

    private List<Key> keys(BatchItem item) {
        return item.checked()
                .map(checked -> checked.request().contents())
                .filter(contents -> rules.of(contents.jenis()).spmLimited())
                .map(contents -> contents.nomor().stream()
                        .map(nomor -> new Key(
                                contents.jenis(),
                                contents.satker(),
                                contents.tahun(),
                                nomor.strip().toUpperCase(Locale.ROOT)))
                        .toList())
                .orElse(List.of());
    }
}
