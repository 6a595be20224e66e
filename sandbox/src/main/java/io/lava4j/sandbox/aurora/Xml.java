package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** An answer of S3's. */
record Xml(Document document) {
    static Xml read(InputStream text) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new Xml(factory.newDocumentBuilder().parse(text));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("S3's answer is no XML: " + e.getMessage(), e);
        }
    }

    /** The texts of all elements of a name, in order. */
    List<String> all(String name) {
        var elements = document.getElementsByTagName(name);
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> elements.item(i).getTextContent())
                .toList();
    }

    /** The text of the first of them, or the other one. */
    String first(String name, String other) {
        return all(name).stream().findFirst().orElse(other);
    }
}
