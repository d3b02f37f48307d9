package org.phatthana.files;

/// Where a photograph was taken, as the camera knew it.
///
/// @param latitude in degrees north, WGS 84
/// @param longitude in degrees east, WGS 84
public record Position(double latitude, double longitude) {

    public Position {
        if (!isOnEarth(latitude, longitude)) {
            throw new IllegalArgumentException("There is no place at " + latitude + ", " + longitude);
        }
    }

    public static boolean isOnEarth(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}
