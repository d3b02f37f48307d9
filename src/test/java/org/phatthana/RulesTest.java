package org.phatthana;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The rules of the house that the rooms' walls do not show.
class RulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.phatthana");

    private static final Path ROOMS = Path.of("src/main/java/org/phatthana");

    @Test
    void valuesUseNothingButJava() {
        noClasses()
                .that()
                .resideInAPackage("org.phatthana.values")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..", "org.phatthana.values", "org.jspecify..", "org.springframework.modulith")
                .check(HOUSE);
    }

    @Test
    void thePureCoreKnowsNoSpring() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.phatthana.plan.workbook",
                        "org.phatthana.plan.comparing",
                        "org.phatthana.plan.forms",
                        "org.phatthana.budget.reading",
                        "org.phatthana.places.shapes",
                        "org.phatthana.approvals.rules",
                        "org.phatthana.duties.reckoning",
                        "org.phatthana.files.reading")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(HOUSE);
    }

    @Test
    void whatAClassNeedsIsGivenToItsConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .check(HOUSE);
    }

    @Test
    void timeIsOfJavaTime() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .check(HOUSE);
    }

    @Test
    void aRoomsStatementsNameNoOtherRoomsTables() throws IOException {
        var rooms = new ArrayList<String>();
        try (Stream<Path> folders = Files.list(ROOMS)) {
            folders.filter(Files::isDirectory)
                    .forEach(folder -> rooms.add(folder.getFileName().toString()));
        }
        var trespasses = new ArrayList<String>();
        for (var room : rooms) {
            try (Stream<Path> files = Files.walk(ROOMS.resolve(room))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    var statements = Pattern.compile("(?i)\\b(?:from|join|into|update|table)\\s+([a-z]+)\\.[a-z_]+")
                            .matcher(Files.readString(file));
                    while (statements.find()) {
                        if (rooms.contains(statements.group(1))
                                && !statements.group(1).equals(room)) {
                            trespasses.add(file + ": " + statements.group());
                        }
                    }
                }
            }
        }
        assertThat(trespasses).isEmpty();
    }
}
