package io.godwit.changelog;

import io.godwit.changelog.PlainIncludes.Include;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a changelog in XML that has nothing but includes; neither a DTD nor anything outside of it is read. Stateless. */
final class IncludesInXml {

    private static final String NAMESPACE = "http://www.liquibase.org/xml/ns/dbchangelog";
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";

    private IncludesInXml() {}

    /** @throws NotPlainException if there is anything else in it */
    static List<Include> read(byte[] content) throws NotPlainException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            return read(xml);
        } catch (XMLStreamException | IllegalArgumentException unreadable) {
            throw new NotPlainException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static List<Include> read(XMLStreamReader xml) throws XMLStreamException, NotPlainException {
        List<Include> includes = new ArrayList<>();
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (!NAMESPACE.equals(xml.getNamespaceURI()) || depth > 2) {
                    throw new NotPlainException("an element " + xml.getLocalName());
                }
                if (depth == 1) {
                    root(xml);
                } else {
                    includes.add(include(xml));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS ? !xml.isWhiteSpace() : !isNothing(event)) {
                throw new NotPlainException("text, or a DTD");
            }
        }
        return includes;
    }

    private static boolean isNothing(int event) {
        return Set.of(XMLStreamConstants.COMMENT, XMLStreamConstants.SPACE, XMLStreamConstants.END_DOCUMENT)
                .contains(event);
    }

    /** Its schema must be one of Liquibase's, or Liquibase would not read it. */
    private static void root(XMLStreamReader xml) throws NotPlainException {
        boolean located = false;
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            boolean location = SCHEMA.equals(xml.getAttributeNamespace(index))
                    && xml.getAttributeLocalName(index).equals("schemaLocation");
            if (!location) {
                throw new NotPlainException("an attribute of the root");
            }
            located = xml.getAttributeValue(index)
                    .matches("(?s)\\s*" + NAMESPACE + "\\s.*/dbchangelog-(latest|[1-4]\\.\\d+)\\.xsd.*");
        }
        if (!located || !xml.getLocalName().equals("databaseChangeLog")) {
            throw new NotPlainException("another root");
        }
    }

    private static Include include(XMLStreamReader xml) throws NotPlainException {
        boolean all = xml.getLocalName().equals("includeAll");
        if (!all && !xml.getLocalName().equals("include")) {
            throw new NotPlainException("an element " + xml.getLocalName());
        }
        String path = "";
        boolean relative = false;
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            String name = xml.getAttributeLocalName(index);
            String value = xml.getAttributeValue(index);
            if (name.equals(all ? "path" : "file")) {
                path = value;
            } else if (name.equals("relativeToChangelogFile") && (value.equals("true") || value.equals("false"))) {
                relative = value.equals("true");
            } else {
                throw new NotPlainException("an attribute " + name);
            }
        }
        return new Include(path, all, relative);
    }
}
