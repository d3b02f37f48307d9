package org.phatthana.places;

/// The box around a place, in degrees.
public record Bounds(double west, double south, double east, double north) {

    public boolean contains(double latitude, double longitude) {
        return south <= latitude && latitude <= north && west <= longitude && longitude <= east;
    }
}
