package org.phatthana.places;

import java.util.List;
import org.phatthana.values.Localized;

/// The map as one SVG drawing: what does not depend on the values shown.
///
/// @param width of the `viewBox`
/// @param height of the `viewBox`
/// @param areas every tambon
/// @param outlines every amphoe, and where its name stands
/// @param approximate whether the shapes only say roughly where borders run
/// @param source where the shapes are from
/// @param tiles what may lie under the map
public record MapDrawing(
        int width,
        int height,
        List<Area> areas,
        List<Outline> outlines,
        boolean approximate,
        Localized source,
        MapSettings tiles) {

    /// A tambon's area.
    ///
    /// @param path the value of a path's `d`
    /// @param amphoe the amphoe that it lies in
    public record Area(Place place, Place amphoe, String path) {}

    /// An amphoe's outline.
    ///
    /// @param x where its name stands
    /// @param y where its name stands
    public record Outline(Place amphoe, String path, int x, int y) {}

    public MapDrawing {
        areas = List.copyOf(areas);
        outlines = List.copyOf(outlines);
    }
}
