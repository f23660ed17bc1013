package io.godwit.changelog;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import liquibase.changelog.ChangeSet;
import liquibase.serializer.core.xml.XMLChangeLogSerializer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A changelog in XML while it is made, by Liquibase's own words for each change. For one thread of {@link LiquibaseThread}. */
final class ChangelogDocument {

    private static final String NAMESPACE = "http://www.liquibase.org/xml/ns/dbchangelog";

    private final Document document;
    private final Element root;
    private final XMLChangeLogSerializer serializer = new XMLChangeLogSerializer();
    private final Map<String, Element> sets = new HashMap<>();

    ChangelogDocument() {
        try {
            DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
            builders.setNamespaceAware(true);
            builders.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            document = builders.newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform makes documents", e);
        }
        root = document.createElementNS(NAMESPACE, "databaseChangeLog");
        root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns", NAMESPACE);
        root.setAttributeNS(
                XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI,
                "xsi:schemaLocation",
                NAMESPACE + " " + NAMESPACE + "/dbchangelog-4.33.xsd");
        document.appendChild(root);
        serializer.setCurrentChangeLogFileDOM(document);
    }

    /** Adds a change set, under the file that the history names. */
    void add(ChangeSet set, RanChange row) {
        Element element = serializer.createNode(set);
        element.setAttribute("logicalFilePath", row.file());
        if (set.getRunWith() != null) {
            element.setAttribute("runWith", set.getRunWith());
        }
        withoutLines(element);
        root.appendChild(element);
        sets.put(row.place(), element);
    }

    /** Where SQL stood in its file is written too, and is no word of a changelog's. */
    private static void withoutLines(Element set) {
        NodeList all = set.getElementsByTagName("*");
        for (int index = 0; index < all.getLength(); index++) {
            Element element = (Element) all.item(index);
            element.removeAttribute("sqlStartLine");
            element.removeAttribute("sqlEndLine");
        }
    }

    /** Lets a change set have another checksum in the history than it has here. */
    void accept(RanChange row, String checksum) {
        Element set = sets.get(row.place());
        if (set != null) {
            Element valid = document.createElementNS(NAMESPACE, "validCheckSum");
            valid.setTextContent(checksum);
            set.insertBefore(valid, set.getFirstChild());
        }
    }

    byte[] bytes() {
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document can be written", e);
        }
    }
}
