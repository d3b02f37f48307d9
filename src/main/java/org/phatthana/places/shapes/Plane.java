package org.phatthana.places.shapes;

import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;

/// The flat picture of one province in kilometres: plate carrée, narrowed by the cosine of its latitude. Over the
/// 150 km of a province it is wrong by less than a percent, which a choropleth does not show.
///
/// @param lat the latitude that lies at 0
/// @param lon the longitude that lies at 0
public record Plane(double lat, double lon) {

    private static final double KM_PER_DEGREE_OF_LATITUDE = 110.574;
    private static final double KM_PER_DEGREE_OF_LONGITUDE = 111.320;

    public Coordinate toPlane(double pointLat, double pointLon) {
        return new Coordinate((pointLon - lon) * kmPerLon(), (pointLat - lat) * KM_PER_DEGREE_OF_LATITUDE);
    }

    public Geometry toPlane(Geometry degrees) {
        return each(degrees, point -> toPlane(point.y, point.x));
    }

    /// Back to degrees, rounded to five decimals (about a metre). Points that were the same stay the same.
    public Geometry toDegrees(Geometry plane) {
        return each(
                plane,
                point -> new Coordinate(
                        rounded(point.x / kmPerLon() + lon), rounded(point.y / KM_PER_DEGREE_OF_LATITUDE + lat)));
    }

    public Coordinate toDegrees(Coordinate plane) {
        return new Coordinate(rounded(plane.x / kmPerLon() + lon), rounded(plane.y / KM_PER_DEGREE_OF_LATITUDE + lat));
    }

    private double kmPerLon() {
        return KM_PER_DEGREE_OF_LONGITUDE * Math.cos(Math.toRadians(lat));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }

    private static Geometry each(Geometry geometry, UnaryOperator<Coordinate> change) {
        return new GeometryEditor().edit(geometry, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] coordinates, Geometry part) {
                var changed = new Coordinate[coordinates.length];
                for (var i = 0; i < coordinates.length; i++) {
                    changed[i] = change.apply(coordinates[i]);
                }
                return changed;
            }
        });
    }
}
