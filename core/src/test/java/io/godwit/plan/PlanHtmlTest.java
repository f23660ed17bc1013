package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The report is read as XML, which is stricter than HTML: what broke out of its place would be an element of its own, or no XML. */
final class PlanHtmlTest {

    private static final String HOSTILE =
            "\"'></style></title></pre><script>alert(1)</script><img src=x onerror=alert(1)>]]>&lt;";
    private static final String TURNED = "safe\u202Eevil\u0007\uFFFF";

    @Test
    void hostileNamesAndSqlStayText() throws Exception {
        Document page = page(hostile().toHtml());

        assertThat(texts(page, "code")).anyMatch(text -> text.contains(HOSTILE));
        assertThat(texts(page, "h3")).anyMatch(text -> text.contains(HOSTILE));
        assertThat(texts(page, "h4")).contains(HOSTILE);
        assertThat(texts(page, "dd")).anyMatch(text -> text.contains(HOSTILE));
        assertThat(texts(page, "td")).contains(HOSTILE);
        assertThat(texts(page, "title")).anyMatch(text -> text.contains(HOSTILE));
        assertThat(tags(page)).doesNotContain("script", "img").hasSizeLessThan(40);
    }

    @Test
    void whatWouldDeceiveTheEyeIsShown() throws Exception {
        assertThat(texts(page(hostile().toHtml()), "p")).contains("safe[U+202E]evil[U+0007][U+FFFF]");
    }

    @Test
    void aStrictPolicyHolds() throws Exception {
        Document page = page(hostile().toHtml());

        byte[] style =
                page.getElementsByTagName("style").item(0).getTextContent().getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
        assertThat(attributes(page, "content")).anyMatch(policy -> policy.contains("style-src 'sha256-" + hash + "'"));
        assertThat(attributeNames(page)).doesNotContain("style", "src").noneMatch(name -> name.startsWith("on"));
        assertThat(attributes(page, "href")).containsExactly("#migration-1");
        assertThat(attributes(page, "id")).containsExactly("migration-1");
    }

    @Test
    void thousandsAreListedAndNotDrawn() throws Exception {
        SamplePlan plan = new SamplePlan();
        IntStream.range(0, 301)
                .forEach(at -> plan.up(
                        Migration.builder("m-" + at, "crm", "1.0.0").step("s").build()));

        Document page = page(plan.build().toHtml());

        assertThat(tags(page)).doesNotContain("svg");
        assertThat(texts(page, "article")).hasSize(301);
    }

    @Test
    void nothingToDoIsAPageToo() throws Exception {
        assertThat(texts(page(new SamplePlan().build().toHtml()), "p")).containsExactly("Nothing to do.");
    }

    private static Plan hostile() {
        Migration migration = Migration.builder(HOSTILE, HOSTILE, "1.0.0")
                .name(TURNED)
                .dependsOn("other")
                .step(Step.builder(HOSTILE).sql("fake", HOSTILE).build())
                .irreversible(HOSTILE)
                .build();
        return new SamplePlan()
                .up(migration)
                .finding(new Finding("rule", Severity.LOW, HOSTILE, "", HOSTILE, HOSTILE))
                .build();
    }

    private static Document page(String html) throws Exception {
        assertThat(html).startsWith("<!DOCTYPE html>\n");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList nodes = page.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(at -> (Element) nodes.item(at))
                .toList();
    }

    private static List<String> texts(Document page, String tag) {
        return elements(page, tag).stream().map(Element::getTextContent).toList();
    }

    private static Set<String> tags(Document page) {
        Set<String> tags = new HashSet<>();
        elements(page, "*").forEach(element -> tags.add(element.getTagName()));
        return tags;
    }

    private static List<String> attributes(Document page, String name) {
        return elements(page, "*").stream()
                .map(element -> element.getAttribute(name))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static List<String> attributeNames(Document page) {
        List<String> names = new ArrayList<>();
        for (Element element : elements(page, "*")) {
            NamedNodeMap attributes = element.getAttributes();
            IntStream.range(0, attributes.getLength())
                    .forEach(at -> names.add(attributes.item(at).getNodeName()));
        }
        return names;
    }
}
