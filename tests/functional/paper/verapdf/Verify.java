import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says of each file whether it is what it claims: java -cp 'JARS/*' Verify.java FILE..., "PASS" or
 * "FAIL" with what is wrong, for PDF/UA-1 and PDF/A-2b. */
public class Verify {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files)
      for (String flavour : new String[] {"ua1", "2b"}) System.out.print(verdict(file, flavour));
  }

  private static String verdict(String file, String name) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
      PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
      ValidationResult result = validator.validate(parser);
      TreeMap<String, String> wrong = new TreeMap<>();
      for (TestAssertion one : result.getTestAssertions())
        if (one.getStatus() == TestAssertion.Status.FAILED)
          wrong.putIfAbsent(
              one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber(),
              one.getMessage() + " @ " + one.getLocation().getContext());
      StringBuilder said = new StringBuilder();
      said.append(result.isCompliant() ? "PASS " : "FAIL ").append(name).append(" ").append(file);
      wrong.forEach((rule, why) -> said.append("\n  ").append(rule).append(": ").append(why));
      return said.append("\n").toString();
    }
  }
}
