package org.phatthana.places;

/// A point on the earth in degrees (WGS 84).
public record GeoPoint(double lat, double lon) {

    public GeoPoint {
        if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("No point on earth has latitude %s, longitude %s".formatted(lat, lon));
        }
    }
}
