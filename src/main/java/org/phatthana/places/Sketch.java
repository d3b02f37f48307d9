package org.phatthana.places;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody drew on the map of the province: the template `places/sketch` shows it.
///
/// @param drawing from [Places#drawing()]
/// @param geoJson as it was drawn
public record Sketch(MapDrawing drawing, String geoJson, List<Part> parts) {

    /// What a part is.
    public enum Kind {
        POINT,
        LINE,
        AREA
    }

    /// A point, a line or an area.
    ///
    /// @param path the value of a path's `d`; empty for a point
    /// @param x where it stands in the drawing: a point, else where it begins
    /// @param y where it stands in the drawing
    /// @param from where it begins
    /// @param to where it ends; of a point and an area where it begins
    /// @param lengthKm of a line
    /// @param areaSquareKm of an area
    /// @param place the tambon that it begins in, if that lies in the province
    public record Part(
            Kind kind,
            String path,
            int x,
            int y,
            GeoPoint from,
            GeoPoint to,
            double lengthKm,
            double areaSquareKm,
            Optional<Place> place) {

        /// The area in rai, of which 625 are a square kilometre.
        public double areaRai() {
            return areaSquareKm * 625;
        }
    }

    /// A point as people read it out: latitude, longitude.
    public static String shown(GeoPoint point) {
        return String.format(Locale.ROOT, "%.5f, %.5f", point.lat(), point.lon());
    }

    public Sketch {
        parts = List.copyOf(parts);
    }
}
