package org.phatthana.places;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The tables of this room.
@Component
class StoredPlaces {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final long ADVISORY_LOCK = 0x706c6163657301L;

    /// A row of `places.place`; a tambon has figures and a point, the others have none.
    record Row(PlaceCode code, Localized name, @Nullable Figures figures, LocalDate asOf) {}

    record Figures(long male, long female, long households, long villages, String postCode, GeoPoint point) {}

    /// A row of `places.shape`.
    ///
    /// @param geometry GeoJSON
    record Shape(PlaceCode place, String geometry, String source, boolean approximate) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredPlaces(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Lets one writer at a time into this room until its transaction ends.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ADVISORY_LOCK)
                .query()
                .listOfRows();
    }

    /// The number of the newest edition: it grows with each change. 0 before the first.
    long edition() {
        return jdbc.sql("select coalesce(max(number), 0) from places.edition")
                .query(Long.class)
                .single();
    }

    /// The digest of the pack's files as they were loaded last.
    Optional<String> packDigest() {
        return jdbc.sql("select digest from places.edition where kind = 'pack' order by number desc limit 1")
                .query(String.class)
                .optional();
    }

    void addEdition(String kind, String digest) {
        jdbc.sql("insert into places.edition (kind, digest) values (:kind, :digest)")
                .param("kind", kind)
                .param("digest", digest)
                .update();
    }

    /// Makes the places and bodies those of the pack. Shapes of places that stay are kept.
    void replace(PackPlaces pack, PackPlaces.Bodies bodies) {
        jdbc.sql("delete from places.body").update();
        jdbc.sql("delete from places.source").update();
        pack.sources().forEach(this::addSource);
        addSource("bodies", bodies.source());
        var codes = new java.util.ArrayList<String>();
        codes.add(pack.province().code().code());
        add(pack.province().code(), pack.province().name(), null, pack.asOf());
        for (var amphoe : pack.amphoe()) {
            codes.add(amphoe.code().code());
            add(amphoe.code(), amphoe.name(), null, pack.asOf());
        }
        for (var tambon : pack.tambon()) {
            codes.add(tambon.code().code());
            add(tambon.code(), tambon.name(), tambon, pack.asOf());
        }
        jdbc.sql("delete from places.place where code not in (:codes)")
                .param("codes", codes)
                .update();
        bodies.bodies().forEach(this::add);
    }

    private void addSource(String figure, Localized name) {
        jdbc.sql("insert into places.source (figure, name) values (:figure, :name::jsonb)")
                .param("figure", figure)
                .param("name", json.writeValueAsString(name.sorted()))
                .update();
    }

    private void add(PlaceCode code, Localized name, PackPlaces.@Nullable Tambon tambon, LocalDate asOf) {
        jdbc.sql("""
            insert into places.place
                (code, parent, name, male, female, households, villages, post_code, lat, lon, as_of)
            values (:code, :parent, :name::jsonb, :male, :female, :households, :villages, :postCode, :lat, :lon, :asOf)
            on conflict (code) do update set name = excluded.name, male = excluded.male, female = excluded.female,
                households = excluded.households, villages = excluded.villages, post_code = excluded.post_code,
                lat = excluded.lat, lon = excluded.lon, as_of = excluded.as_of
            """)
                .param("code", code.code())
                .param("parent", code.parent().map(PlaceCode::code).orElse(null))
                .param("name", json.writeValueAsString(name.sorted()))
                .param("male", tambon == null ? null : tambon.male())
                .param("female", tambon == null ? null : tambon.female())
                .param("households", tambon == null ? null : tambon.households())
                .param("villages", tambon == null ? null : tambon.villages())
                .param("postCode", tambon == null ? null : tambon.postCode())
                .param("lat", tambon == null ? null : tambon.point().lat())
                .param("lon", tambon == null ? null : tambon.point().lon())
                .param("asOf", asOf)
                .update();
    }

    private void add(Body body) {
        jdbc.sql("""
            insert into places.body (code, type, name, websites, lat, lon, obsolete)
            values (:code, :type, :name::jsonb, :websites, :lat, :lon, :obsolete)
            """)
                .param("code", body.code())
                .param("type", body.type().name())
                .param("name", json.writeValueAsString(body.name().sorted()))
                .param("websites", body.websites().toArray(String[]::new))
                .param("lat", body.point() == null ? null : body.point().lat())
                .param("lon", body.point() == null ? null : body.point().lon())
                .param("obsolete", body.obsolete())
                .update();
        for (var place : body.covers()) {
            jdbc.sql("insert into places.body_covers (body, place) values (:body, :place)")
                    .param("body", body.code())
                    .param("place", place.code())
                    .update();
        }
    }

    /// Puts these shapes in the place of all that were there.
    void replaceShapes(List<Shape> shapes) {
        jdbc.sql("delete from places.shape").update();
        for (var shape : shapes) {
            jdbc.sql("""
                insert into places.shape (place, geometry, source, approximate)
                values (:place, :geometry::jsonb, :source, :approximate)
                """)
                    .param("place", shape.place().code())
                    .param("geometry", shape.geometry())
                    .param("source", shape.source())
                    .param("approximate", shape.approximate())
                    .update();
        }
    }

    List<Row> places() {
        return jdbc.sql("""
            select code, name, male, female, households, villages, post_code, lat, lon, as_of
            from places.place order by code
            """)
                .query((row, _) -> new Row(
                        new PlaceCode(row.getString("code")),
                        localized(row.getString("name")),
                        row.getString("male") == null ? null : figures(row),
                        row.getObject("as_of", LocalDate.class)))
                .list();
    }

    List<Shape> shapes() {
        return jdbc.sql("select place, geometry, source, approximate from places.shape order by place")
                .query((row, _) -> new Shape(
                        new PlaceCode(row.getString("place")),
                        row.getString("geometry"),
                        row.getString("source"),
                        row.getBoolean("approximate")))
                .list();
    }

    /// The local bodies from the province down, then by code.
    List<Body> bodies() {
        return jdbc.sql("""
            select code, type, name, websites, lat, lon, obsolete,
                array(select place from places.body_covers where body = code order by place) as covers
            from places.body
            """).query((row, _) -> body(row)).list().stream()
                .sorted(Comparator.comparing(Body::type).thenComparing(Body::code))
                .toList();
    }

    Map<String, Localized> sources() {
        var sources = new HashMap<String, Localized>();
        jdbc.sql("select figure, name from places.source").query(row -> {
            sources.put(row.getString("figure"), localized(row.getString("name")));
        });
        return sources;
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getLong("male"),
                row.getLong("female"),
                row.getLong("households"),
                row.getLong("villages"),
                row.getString("post_code"),
                new GeoPoint(row.getDouble("lat"), row.getDouble("lon")));
    }

    private Body body(ResultSet row) throws SQLException {
        var hasPoint = row.getString("lat") != null;
        return new Body(
                Body.Type.valueOf(row.getString("type")),
                row.getString("code"),
                localized(row.getString("name")),
                texts(row.getArray("covers")).stream().map(PlaceCode::new).toList(),
                texts(row.getArray("websites")),
                hasPoint ? new GeoPoint(row.getDouble("lat"), row.getDouble("lon")) : null,
                row.getBoolean("obsolete"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private Localized localized(String texts) {
        return new Localized(json.readValue(texts, TEXTS));
    }
}
