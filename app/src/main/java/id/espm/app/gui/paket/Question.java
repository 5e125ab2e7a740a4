package id.espm.app.gui.paket;

import id.espm.signer.PackageQuestion.Doubt;
import id.espm.signer.paket.FileSorting.OpenQuestion;
import id.espm.signer.paket.FileSorting.Sorted;
import id.espm.signer.paket.OfferedFile.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file that was not understood, and the answers that would be.
 *
 * @param file    the file
 * @param doubt   what is not clear
 * @param answers places that it could have; leaving it out is the last
 * @param known   the documents that there are; an answer that names another one makes a new one
 */
public record Question(Path file, Doubt doubt, List<Place> answers, Set<String> known) {
    public Question {
        answers = List.copyOf(answers);
        known = Set.copyOf(known);
    }

    static Question of(OpenQuestion open, Sorted sorted) {
        List<Place> answers = new ArrayList<>();
        Set<String> known = sorted.documents().keySet();
        String own = stem(open.file());
        switch (open.doubt()) {
            case BELONGS_NOWHERE, BELONGS_TO_SEVERAL -> {
                open.choices().forEach(name -> answers.add(new Place.Lampiran(name)));
                addNew(answers, new Place.Lampiran(own), known.contains(own));
            }
            case SECOND_ADK -> {
                open.choices().forEach(name -> answers.add(new Place.Adk(name)));
                addNew(answers, new Place.Adk(own), known.contains(own));
            }
            case NOT_AN_ADK -> {
                withoutAdk(sorted).forEach(name -> answers.add(new Place.Adk(name)));
                addNew(answers, new Place.Adk(own), known.contains(own));
            }
            case TOO_DEEP -> {
                boolean pdf = open.file().toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
                known.forEach(name -> answers.add(pdf ? new Place.Lampiran(name) : new Place.Adk(name)));
            }
            case NOT_A_PDF -> {}
        }
        answers.add(new Place.LeftOut());
        return new Question(open.file(), open.doubt(), answers, known);
    }

    private static void addNew(List<Place> answers, Place place, boolean known) {
        if (!known) {
            answers.add(place);
        }
    }

    private static List<String> withoutAdk(Sorted sorted) {
        return sorted.documents().entrySet().stream()
                .filter(entry -> entry.getValue().adk().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
