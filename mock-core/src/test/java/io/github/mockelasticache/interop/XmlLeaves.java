package io.github.mockelasticache.interop;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML as the texts of its innermost elements by path, such as {@code ErrorResponse/Error/Code}, in whatever order. */
final class XmlLeaves {

    private XmlLeaves() {}

    static Map<String, String> of(String xml) {
        Map<String, String> leaves = new TreeMap<>();
        Element root = root(xml);
        collect(root, root.getLocalName(), leaves);
        return leaves;
    }

    static String namespaceOf(String xml) {
        return String.valueOf(root(xml).getNamespaceURI());
    }

    private static Element root(String xml) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("Not well-formed: " + xml, e);
        }
    }

    private static void collect(Element element, String path, Map<String, String> leaves) {
        boolean innermost = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                innermost = false;
                collect(inner, path + "/" + inner.getLocalName(), leaves);
            }
        }
        if (innermost && leaves.put(path, element.getTextContent()) != null) {
            throw new AssertionError("Several elements at " + path);
        }
    }
}
