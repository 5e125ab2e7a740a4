package id.espm.signer.pdf.appearance;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.block.PictureTest;
import id.espm.signer.pdf.appearance.block.SignaturePicture;
import id.espm.signer.pdf.appearance.template.PageSelection;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

/** What another writer finds when it walks from a form to everything that it uses. */
class RenderedGraphTest {
    @Test
    void aFormIsCompleteByItself() throws IOException, SignerException {
        SignaturePicture picture = SignaturePicture.of(Path.of("ttd.png"), PictureTest.png(60, 30, true));
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            try (RenderedAppearance rendered = Stamping.RENDERER.render(
                    new VisibleSignature(Template.usual(), Optional.of(picture)),
                    Stamping.content("Siti \u0633\u064a\u062a\u064a \uE123 Łucja"),
                    Stamping.pages(document),
                    null)) {
                Set<COSBase> all = reachable(rendered.placed().getFirst().form());

                assertThat(all).noneMatch(b -> b instanceof COSObject);
                for (COSBase one : all) {
                    if (one instanceof COSStream stream) {
                        try (InputStream in = stream.createInputStream()) {
                            assertThat(in.readAllBytes()).isNotEmpty();
                        }
                    }
                    if (one instanceof COSDictionary dictionary) {
                        assertThat(dictionary.containsKey(COSName.SMASK)).isFalse();
                        assertThat(dictionary.getItem(COSName.COLORSPACE) instanceof COSName)
                                .isFalse();
                    }
                }
                assertThat(fonts(all)).hasSizeGreaterThanOrEqualTo(3).allSatisfy(font -> {
                    assertThat(font.getNameAsString(COSName.BASE_FONT)).matches("[A-Z]{6}\\+.+");
                    assertThat(font.getDictionaryObject(COSName.TO_UNICODE)).isInstanceOf(COSStream.class);
                });
                assertThat(all.stream().filter(b -> b instanceof COSDictionary d && d.containsKey(COSName.FONT_FILE2)))
                        .hasSameSizeAs(fonts(all));
            }
        }
    }

    @Test
    void pagesOfOneRotationShareAFormInTheOrderOfThePages() throws IOException, SignerException {
        try (PDDocument document = new PDDocument()) {
            for (int rotation : new int[] {0, 90, 0, 90}) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setRotation(rotation);
                document.addPage(page);
            }
            try (RenderedAppearance rendered = Stamping.RENDERER.render(
                    Stamping.plain(Template.builder().pages(PageSelection.ALL).build()),
                    Stamping.content("Siti"),
                    Stamping.pages(document),
                    null)) {
                List<Placed> placed = rendered.placed();

                assertThat(placed).extracting(Placed::page).containsExactly(0, 1, 2, 3);
                assertThat(placed.get(0).form())
                        .isSameAs(placed.get(2).form())
                        .isNotSameAs(placed.get(1).form());
                assertThat(placed.get(1).form()).isSameAs(placed.get(3).form());
            }
        }
    }

    @Test
    void manyThreadsDrawTheSame() throws Exception {
        try (PDDocument document = new PDDocument();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            document.addPage(new PDPage(PDRectangle.A4));
            Pages pages = Stamping.pages(document);
            Callable<String> drawing = () -> {
                try (RenderedAppearance rendered = Stamping.RENDERER.render(
                        Stamping.plain(Template.usual()), Stamping.content("Łucja \u0633"), pages, null)) {
                    Set<String> streams = new TreeSet<>();
                    for (COSBase one : reachable(rendered.placed().getFirst().form())) {
                        if (one instanceof COSStream stream) {
                            try (InputStream in = stream.createInputStream()) {
                                streams.add(HexFormat.of()
                                        .formatHex(MessageDigest.getInstance("SHA-256")
                                                .digest(in.readAllBytes())));
                            }
                        }
                    }
                    return streams.toString();
                }
            };
            Set<String> results = new HashSet<>();
            for (Future<String> one : threads.invokeAll(Collections.nCopies(24, drawing))) {
                results.add(one.get());
            }

            assertThat(results).hasSize(1);
        }
    }

    private static List<COSDictionary> fonts(Set<COSBase> all) {
        return all.stream()
                .filter(b -> b instanceof COSDictionary d && COSName.TYPE0.equals(d.getCOSName(COSName.SUBTYPE)))
                .map(COSDictionary.class::cast)
                .toList();
    }

    private static Set<COSBase> reachable(COSBase from) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            COSBase one = open.pop();
            if (!seen.add(one)) {
                continue;
            }
            if (one instanceof COSDictionary dictionary) {
                dictionary.keySet().forEach(k -> open.push(dictionary.getItem(k)));
            } else if (one instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    open.push(array.get(i));
                }
            }
        }
        return seen;
    }
}
