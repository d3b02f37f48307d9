package org.phatthana.registers.kept;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;

/// Geometries as GeoJSON (RFC 7946), degrees with at most seven decimals: about a centimetre.
public final class GeometryText {

    private static final int DECIMALS = 7;

    private GeometryText() {}

    public static String write(Geometry geometry) {
        var writer = new GeoJsonWriter(DECIMALS);
        writer.setEncodeCRS(false);
        return writer.write(geometry);
    }

    /// Reads a geometry.
    ///
    /// @return empty where the text is no GeoJSON geometry
    public static Optional<Geometry> read(String text) {
        try {
            return Optional.ofNullable(new GeoJsonReader().read(text)).filter(geometry -> !geometry.isEmpty());
        } catch (ParseException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
