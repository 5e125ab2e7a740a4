package id.espm.signer.opinion;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.validationreport.ValidationReportFacade;
import eu.europa.esig.validationreport.jaxb.SignatureIdentifierType;
import eu.europa.esig.validationreport.jaxb.SignatureValidationReportType;
import eu.europa.esig.validationreport.jaxb.ValidationObjectListType;
import eu.europa.esig.validationreport.jaxb.ValidationObjectType;
import eu.europa.esig.validationreport.jaxb.ValidationReportType;
import eu.europa.esig.validationreport.jaxb.ValidationStatusType;
import id.espm.signer.Finding;
import id.espm.signer.Verdict;
import id.espm.signer.verify.FileReport;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * One validation report (ETSI TS 119 102-2) of what the second judge says of many files: each signature and each validation
 * object once. What it does not know, such as a file that nobody signed, stands in it with this program's verdict alone.
 */
public final class EtsiReport {
    private final Map<String, SignatureValidationReportType> signatures = new LinkedHashMap<>();
    private final Map<String, ValidationObjectType> objects = new LinkedHashMap<>();
    private final List<SignatureValidationReportType> others = new ArrayList<>();
    private final ValidationReportType merged = new ValidationReportType();

    /**
     * Takes in what was said of a file and of the documents in it.
     *
     * @throws IOException if a report is not what DSS writes
     */
    public void add(FileReport file) throws IOException {
        List<String> reports = withDocuments(file).toList();
        for (String report : reports) {
            add(report);
        }
        if (reports.isEmpty()) {
            others.add(unknown(file));
        }
    }

    private static Stream<String> withDocuments(FileReport file) {
        return Stream.concat(
                file.etsiReports().stream(), file.documents().stream().flatMap(EtsiReport::withDocuments));
    }

    private void add(String xml) throws IOException {
        ValidationReportType report;
        try {
            report = ValidationReportFacade.newFacade().unmarshall(xml, false);
        } catch (JAXBException | XMLStreamException | SAXException e) {
            throw new IOException("not a validation report", e);
        }
        for (SignatureValidationReportType signature : report.getSignatureValidationReport()) {
            @Nullable SignatureIdentifierType identifier = signature.getSignatureIdentifier();
            if (identifier == null) {
                others.add(signature);
            } else {
                signatures.merge(identifier.getId(), signature, EtsiReport::better);
            }
        }
        @Nullable ValidationObjectListType list = report.getSignatureValidationObjects();
        if (list != null) {
            list.getValidationObject().forEach(object -> objects.putIfAbsent(object.getId(), object));
        }
        if (merged.getSignatureValidator() == null) {
            merged.setSignatureValidator(report.getSignatureValidator());
        }
    }

    /** A signature that was judged as of now and as of its timestamp counts as of where it passed. */
    private static SignatureValidationReportType better(
            SignatureValidationReportType a, SignatureValidationReportType b) {
        return b.getSignatureValidationStatus().getMainIndication() == Indication.TOTAL_PASSED ? b : a;
    }

    private static SignatureValidationReportType unknown(FileReport file) {
        ValidationStatusType status = new ValidationStatusType();
        status.setMainIndication(
                switch (file.verdict()) {
                    case Verdict.Valid valid -> Indication.TOTAL_PASSED;
                    case Verdict.Indeterminate indeterminate -> {
                        subIndication(indeterminate.reason(), status);
                        yield Indication.INDETERMINATE;
                    }
                    case Verdict.Invalid invalid -> {
                        subIndication(invalid.reason(), status);
                        yield file.signed() ? Indication.TOTAL_FAILED : Indication.NO_SIGNATURE_FOUND;
                    }
                });
        SignatureValidationReportType report = new SignatureValidationReportType();
        report.setSignatureValidationStatus(status);
        return report;
    }

    private static void subIndication(Finding reason, ValidationStatusType status) {
        Stream.of(SubIndication.values())
                .filter(sub -> sub.name().equals(reason.kind().subIndication()))
                .forEach(sub -> status.getSubIndication().add(sub));
    }

    /** Whether nothing was taken in. */
    public boolean isEmpty() {
        return signatures.isEmpty() && others.isEmpty();
    }

    /** Writes the report, by the schema of ETSI. */
    public void write(OutputStream out) throws IOException {
        ValidationReportType report = new ValidationReportType();
        report.getSignatureValidationReport().addAll(signatures.values());
        report.getSignatureValidationReport().addAll(others);
        if (!objects.isEmpty()) {
            ValidationObjectListType list = new ValidationObjectListType();
            list.getValidationObject().addAll(objects.values());
            report.setSignatureValidationObjects(list);
        }
        report.setSignatureValidator(merged.getSignatureValidator());
        try {
            ValidationReportFacade.newFacade().marshall(report, out, true);
        } catch (JAXBException | SAXException e) {
            throw new IOException("the validation report does not fit its schema", e);
        }
    }
}
