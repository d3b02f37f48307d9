package org.phatthana.files.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.phatthana.files.FileType;
import org.phatthana.files.Reading.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Looks whether a file is map data: whole, and of the shape that it says.
final class MapData {

    private static final String KML = "http://www.opengis.net/kml/";
    private static final Set<String> GEOJSON_TYPES = Set.of(
            "FeatureCollection",
            "Feature",
            "Point",
            "MultiPoint",
            "LineString",
            "MultiLineString",
            "Polygon",
            "MultiPolygon",
            "GeometryCollection");
    private static final JsonFactory JSON = new JsonFactory();

    private MapData() {}

    /// Reads it without its document type, so that no entity is looked up or multiplied.
    static Found kml(Path file) throws IOException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = Files.newInputStream(file)) {
            var xml = factory.createXMLStreamReader(in);
            var isKml = false;
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    return new Found.Objection(Reason.TYPE);
                }
                if (event == XMLStreamConstants.START_ELEMENT && !isKml) {
                    var space = xml.getNamespaceURI();
                    isKml = xml.getLocalName().equals("kml") && space != null && space.startsWith(KML);
                    if (!isKml) {
                        return new Found.Objection(Reason.TYPE);
                    }
                }
            }
            return new Found.Type(FileType.KML);
        } catch (XMLStreamException _) {
            return new Found.Objection(Reason.DAMAGED);
        }
    }

    static Found geoJson(Path file) throws IOException {
        try (var in = Files.newInputStream(file);
                var json = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Found.Objection(Reason.TYPE);
            }
            var isGeoJson = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                var value = json.nextToken();
                if ("type".equals(name) && value == JsonToken.VALUE_STRING) {
                    isGeoJson = GEOJSON_TYPES.contains(json.getString());
                }
                json.skipChildren();
            }
            return isGeoJson && json.nextToken() == null
                    ? new Found.Type(FileType.GEOJSON)
                    : new Found.Objection(Reason.TYPE);
        } catch (JacksonException _) {
            return new Found.Objection(Reason.DAMAGED);
        }
    }
}
