package org.phatthana.places;

/// The box around a place, in degrees.
public record Bounds(double west, double south, double east, double north) {}
