package org.phatthana.places;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.phatthana.packs.Pack;
import org.phatthana.packs.UnsoundPack;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The places of the organization's province, from memory. Every answer belongs to one edition; a change, also one
/// that another process made, is seen as soon as the public log is seen to have grown.
@Component
public class Places {

    /// What is in memory, and the size of the log for which that was found to be the newest.
    private record Known(Snapshot snapshot, long version) {}

    private final StoredPlaces stored;
    private final PublicLog log;
    private final JsonMapper json;
    private final MapSettings tiles;
    private final PlaceCode province;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Known known;

    Places(PackLoading loaded, StoredPlaces stored, PublicLog log, JsonMapper json, Pack pack, MapSettings tiles) {
        this.stored = loaded.from(stored);
        this.log = log;
        this.json = json;
        this.tiles = tiles;
        this.province = pack.organization().province();
        var version = log.version();
        this.known = new Known(new Snapshot(stored, json, tiles), version);
        if (find(province).isEmpty()) {
            throw new UnsoundPack(pack.path("places.yaml") + ": these are not the places of the province " + province);
        }
    }

    public Place province() {
        return find(province).orElseThrow();
    }

    public Optional<Place> find(PlaceCode code) {
        return Optional.ofNullable(current().places().get(code));
    }

    /// The amphoe in the order of their codes.
    public List<Place> amphoe() {
        return current().ofLevel(PlaceCode.Level.AMPHOE);
    }

    /// The tambon in the order of their codes.
    public List<Place> tambon() {
        return current().ofLevel(PlaceCode.Level.TAMBON);
    }

    /// The places of a level in the order of their codes.
    public List<Place> of(PlaceCode.Level level) {
        return current().ofLevel(level);
    }

    /// The smaller places inside a place, of every level, in the order of their codes.
    public List<Place> within(PlaceCode code) {
        return current().places().values().stream()
                .filter(place -> place.code().isWithin(code) && !place.code().equals(code))
                .toList();
    }

    /// The tambon at a point of the earth, if it lies in the province. Whether that can be wrong near a border, the
    /// place itself says: [Place#approximate()].
    public Optional<Place> at(double lat, double lon) {
        var now = current();
        return now.atlas().at(lat, lon).map(code -> now.places().get(code));
    }

    /// Whether shapes only say roughly where borders run.
    public boolean areShapesApproximate() {
        return current().drawing().approximate();
    }

    /// The places whose name a text is, begins or nearly is, nearest first: for search fields and for files that
    /// name places. `ต.วังทอง อ.วังทอง` is understood, and so is a code.
    public List<Match> named(String text) {
        return Names.find(current().places().values(), text);
    }

    /// The one place of a level that a text names exactly, if there is exactly one.
    public Optional<Place> exactly(String text, PlaceCode.Level level) {
        var exact = named(text).stream()
                .filter(match -> match.isExact() && match.place().level() == level)
                .map(Match::place)
                .toList();
        return exact.size() == 1 ? Optional.of(exact.getFirst()) : Optional.empty();
    }

    /// The tambon that share a border with a tambon.
    public List<Place> neighbours(PlaceCode tambon) {
        var now = current();
        return now.atlas().neighbours(tambon).stream().map(now.places()::get).toList();
    }

    /// The local bodies that look after a place, the nearest to the people first and the provincial one last.
    /// Obsolete ones are left out.
    public List<Body> bodiesOf(PlaceCode code) {
        return current().bodies().reversed().stream()
                .filter(body -> !body.obsolete())
                .filter(body -> body.type() == Body.Type.PAO
                        || body.covers().stream().anyMatch(place -> place.isWithin(code) || code.isWithin(place)))
                .toList();
    }

    /// All local bodies, from the province down, with those that are obsolete.
    public List<Body> bodies() {
        return current().bodies();
    }

    /// Where a figure is from: `names`, `people`, `villages`, `points`, `bodies`.
    public Map<String, Localized> sources() {
        return current().sources();
    }

    /// The map as a drawing, for a [Choropleth].
    public MapDrawing drawing() {
        return current().drawing();
    }

    /// What somebody drew, on the map.
    ///
    /// @param geoJson points, lines and areas; empty for none
    /// @return empty where there is nothing that can be shown
    public Optional<Sketch> sketch(String geoJson) {
        return current().sketch(geoJson);
    }

    /// The shapes of all places of a level as GeoJSON, made simple for the web; shared borders are shared.
    public String geoJson(PlaceCode.Level level) {
        return current().geoJson(level);
    }

    private Snapshot current() {
        var seen = known;
        var version = log.version();
        if (seen.version() == version) {
            return seen.snapshot();
        }
        refreshing.lock();
        try {
            seen = known;
            if (seen.version() != version) {
                var isNewest = stored.edition() == seen.snapshot().edition();
                known = new Known(isNewest ? seen.snapshot() : new Snapshot(stored, json, tiles), version);
            }
            return known.snapshot();
        } finally {
            refreshing.unlock();
        }
    }
}
