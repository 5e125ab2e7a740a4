package id.espm.signer.pdf.appearance.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateJsonTest {
    @TempDir
    Path folder;

    @Test
    void everyTemplateIsReadAsItWasWrittenAndFitsTheSchema() throws IOException, SignerException {
        for (Template template : List.of(
                Template.usual(),
                Template.builder()
                        .place(new Place.AtPoint(Length.ofMm(30), Length.ofMm(40.5)))
                        .pages(PageSelection.parse("1,3-5,-1"))
                        .size(new BlockSize(Length.ofMm(60), Length.ofMm(25)))
                        .lines(EnumSet.of(BlockLine.NAMA, BlockLine.WAKTU))
                        .caption("")
                        .qr(false)
                        .language(BlockLanguage.EN)
                        .build(),
                Template.builder()
                        .place(new Place.AtAnchor("#", Place.Which.LAST))
                        .pages(PageSelection.ALL)
                        .picture(false)
                        .build())) {
            String json = TemplateJson.write(template);

            assertThat(schemaErrors(json)).isEmpty();
            Template again = TemplateJson.read(file(json));
            assertThat(TemplateJson.write(again)).isEqualTo(json);
            assertThat(again.lines()).isEqualTo(template.lines());
        }
    }

    @Test
    void whatIsNotSaidIsAsUsual() throws IOException, SignerException {
        assertThat(TemplateJson.read(file("{}"))).isEqualTo(Template.usual());
        assertThat(TemplateJson.read(file("{\"place\":{\"anchor\":\"#\"}}")).pages())
                .isEqualTo(PageSelection.ALL);
        assertThat(TemplateJson.read(file("{\"language\":\"en\"}")).caption()).startsWith("This document");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'colour':'red'}|colour",
                "{'place':{'corner':'kanan-bawah','top':3}}|place.top",
                "{'place':{'corner':'tengah'}}|place.corner",
                "{'place':{'corner':'kiri-atas','marginX':-1}}|place.marginX",
                "{'place':{'left':3}}|place.top",
                "{'place':'kanan-bawah'}|place",
                "{'place':{'anchor':''}}|place.anchor",
                "{'place':{'anchor':'#','which':'second'}}|place.which",
                "{'pages':'0'}|pages",
                "{'pages':2}|pages",
                "{'size':{'width':75}}|size.height",
                "{'size':{'width':75,'height':1}}|size",
                "{'size':{'width':75,'height':30,'depth':1}}|size.depth",
                "{'lines':['nama','gaji']}|lines",
                "{'lines':[],'caption':'','qr':false,'picture':false}|lines",
                "{'qr':'yes'}|qr",
                "{'language':'jv'}|language",
                "[]|''",
                "{'qr':true|''",
            })
    void whatIsWrongIsNamedByItsKey(String json, String key) throws IOException {
        Path file = file(json.replace('\'', '"'));

        assertThatThrownBy(() -> TemplateJson.read(file))
                .isInstanceOfSatisfying(
                        SignerException.class,
                        e -> assertThat(e.problem()).isEqualTo(new Problem.TemplateInvalid(file, key)));
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("template.json"), json);
    }

    private static List<String> schemaErrors(String json) throws IOException {
        String schema = Files.readString(Path.of("..", "docs", "schema", "template.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
