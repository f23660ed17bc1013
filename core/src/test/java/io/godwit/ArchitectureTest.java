package io.godwit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the package table: every arrow points down, and every file stays readable. */
class ArchitectureTest {

    /** The packages of core from top to bottom; each may use those after it. The first is the root package. */
    private static final List<String> LAYERS = List.of(
            "",
            "compare",
            "engine",
            "backup",
            "transfer",
            "archive",
            "changelog",
            "plan",
            "history",
            "format",
            "universal",
            "dialect",
            "migration",
            "operation",
            "schema",
            "failure");

    private static final String ROOT_PACKAGE = "io.godwit";
    private static final String REFUSED_NAME = ".*(Util|Utils|Helper|Manager|Impl)|Base([A-Z].*)?";
    private static final int LONGEST_FILE = 400;

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT_PACKAGE);

    /** The top of the source tree, from a build tool (which starts in core) or from an editor (which starts at the top). */
    private static final Path TOP = Path.of(Files.isDirectory(Path.of("core")) ? "." : "..");

    @Test
    void everyClassLivesInAPackageOfTheTable() {
        check(classes().should(haveALayer()));
    }

    @Test
    void arrowsPointDownOnly() {
        check(classes().should(useLowerLayersOnly()));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching(ROOT_PACKAGE + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void failuresNeedNothingButJava() {
        check(classes()
                .that()
                .resideInAPackage("io.godwit.failure..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.godwit.failure..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.nio..",
                        "org.jspecify.."));
    }

    @Test
    void loggingGoesThroughTheSystemLogger() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.apache.commons.logging.."));
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        List<Path> refused = javaFiles(path -> true).stream()
                .filter(path ->
                        path.getFileName().toString().replace(".java", "").matches(REFUSED_NAME))
                .toList();

        assertThat(refused).as("names that say nothing: find the noun").isEmpty();
    }

    @Test
    void filesStayShort() {
        List<String> tooLong = javaFiles(path -> true).stream()
                .filter(path -> lines(path).size() > LONGEST_FILE)
                .map(path -> path + ": " + lines(path).size() + " lines")
                .toList();

        assertThat(tooLong)
                .as("files over " + LONGEST_FILE + " lines: a noun is missing")
                .isEmpty();
    }

    @Test
    void everyPackageDeclaresItsNullness() {
        List<Path> undeclared = javaFiles(ArchitectureTest::isExported).stream()
                .filter(path -> !path.endsWith("module-info.java"))
                .map(Path::getParent)
                .distinct()
                .filter(directory -> !isNullMarked(directory.resolve("package-info.java")))
                .toList();

        assertThat(undeclared)
                .as("packages without a @NullMarked package-info.java")
                .isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CORE);
    }

    private static ArchCondition<JavaClass> haveALayer() {
        return new ArchCondition<>("live in a package of the table") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean satisfied = layer(javaClass) >= 0;
                events.add(new SimpleConditionEvent(
                        javaClass,
                        satisfied,
                        javaClass.getName() + " lives in a package that the table does not have"));
            }
        };
    }

    private static ArchCondition<JavaClass> useLowerLayersOnly() {
        return new ArchCondition<>("use their own layer and lower ones only") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                javaClass.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isOurs(dependency.getTargetClass()))
                        .filter(dependency -> layer(dependency.getTargetClass()) < layer(javaClass))
                        .map(dependency -> SimpleConditionEvent.violated(dependency, dependency.getDescription()))
                        .forEach(events::add);
            }
        };
    }

    private static boolean isOurs(JavaClass javaClass) {
        String name = javaClass.getBaseComponentType().getPackageName();
        return name.equals(ROOT_PACKAGE) || name.startsWith(ROOT_PACKAGE + ".");
    }

    private static int layer(JavaClass javaClass) {
        String name = javaClass.getBaseComponentType().getPackageName();
        String below = name.equals(ROOT_PACKAGE) ? "" : name.substring(ROOT_PACKAGE.length() + 1);
        return LAYERS.indexOf(below.split("\\.", 2)[0]);
    }

    /** Main sources, and the contract suite: it lies among core's tests but other modules depend on it. */
    private static boolean isExported(Path path) {
        String text = path.toString().replace('\\', '/');
        return text.contains("/src/main/java/") || text.contains("/io/godwit/tck/");
    }

    private static boolean isNullMarked(Path packageInfo) {
        return Files.exists(packageInfo) && lines(packageInfo).contains("@NullMarked");
    }

    private static List<Path> javaFiles(Predicate<Path> wanted) {
        return Stream.concat(children(TOP), children(TOP.resolve("examples")))
                .map(module -> module.resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(ArchitectureTest::javaFilesBelow)
                .filter(wanted)
                .toList();
    }

    private static Stream<Path> javaFilesBelow(Path sources) {
        try (Stream<Path> paths = Files.walk(sources)) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new AssertionError(sources + " cannot be read", failure);
        }
    }

    private static Stream<Path> children(Path directory) {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.toList().stream();
        } catch (IOException failure) {
            throw new AssertionError(directory + " cannot be read", failure);
        }
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException failure) {
            throw new AssertionError(path + " cannot be read", failure);
        }
    }
}
