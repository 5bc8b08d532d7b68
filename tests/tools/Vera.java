import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF about files: arguments are flavours joined by commas (2u,ua1), then the files. */
public class Vera {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean allFine = true;
        for (int place = 1; place < arguments.length; place++) {
            for (String name : arguments[0].split(",")) {
                allFine &= conforms(arguments[place], PDFAFlavour.fromString(name));
            }
        }
        System.exit(allFine ? 0 : 1);
    }

    private static boolean conforms(String path, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(path), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> failures = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failures.merge(assertion.getRuleId() + " " + assertion.getMessage(), 1, Integer::sum);
                }
            }
            System.out.printf(
                    "%s %s: %s (%d checks)%n",
                    path, flavour, result.isCompliant() ? "conforms" : "FAILS", result.getTotalAssertions());
            failures.forEach((rule, times) -> System.out.printf("  %d x %s%n", times, rule));
            return result.isCompliant();
        }
    }
}
