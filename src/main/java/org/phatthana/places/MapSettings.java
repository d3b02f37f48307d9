package org.phatthana.places;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the settings say about the background of maps. Without a tile address the province's own shapes stand
/// alone, and nothing is fetched from elsewhere.
@Component
public class MapSettings {

    private final String tiles;
    private final String attribution;

    MapSettings(
            @Value("${phatthana.map.tiles:}") String tiles,
            @Value("${phatthana.map.attribution:}") String attribution) {
        this.tiles = tiles;
        this.attribution = attribution;
    }

    /// The address of raster tiles with `{z}`, `{x}` and `{y}` in it; empty for none.
    public String tiles() {
        return tiles;
    }

    /// Whom the tiles are by, as plain text.
    public String attribution() {
        return attribution;
    }
}
