package org.phatthana.registers;

/// What the entries of a register are on the map.
public enum GeometryKind {
    NONE,
    POINT,
    LINE,
    AREA
}
