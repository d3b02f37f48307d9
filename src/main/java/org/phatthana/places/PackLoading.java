package org.phatthana.places;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.phatthana.packs.Pack;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Localized;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Loads the places of the pack when the program starts, unless they are the ones already there.
@Component
class PackLoading implements InitializingBean {

    private final Pack pack;
    private final StoredPlaces stored;
    private final PublicLog log;
    private final TransactionTemplate transaction;
    private final JsonMapper sorted;

    PackLoading(Pack pack, StoredPlaces stored, PublicLog log, TransactionTemplate transaction, JsonMapper json) {
        this.pack = pack;
        this.stored = stored;
        this.log = log;
        this.transaction = transaction;
        this.sorted = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    @Override
    public void afterPropertiesSet() {
        var places = pack.read(PackPlaces.FILE, PackPlaces.class);
        var bodies = pack.find(PackPlaces.Bodies.FILE, PackPlaces.Bodies.class)
                .orElseGet(() -> new PackPlaces.Bodies(places.sources().getOrDefault("names", none()), List.of()));
        var digest = digest(sorted.writeValueAsString(List.of(pack.name(), places, bodies)));
        transaction.executeWithoutResult(_ -> {
            stored.lock();
            if (!stored.packDigest().map(digest::equals).orElse(false)) {
                stored.replace(places, bodies);
                stored.addEdition("pack", digest);
                log.append(act(places, bodies, digest));
            }
        });
    }

    /// The tables, once the pack is in them: whoever needs that asks here.
    StoredPlaces from(StoredPlaces tables) {
        return tables;
    }

    private PublicAct act(PackPlaces places, PackPlaces.Bodies bodies, String digest) {
        var people =
                places.tambon().stream().mapToLong(PackPlaces.Tambon::people).sum();
        var name = places.province().name();
        return new PublicAct(
                "places.pack-loaded",
                "/places",
                "pack",
                Localized.of(
                        "โหลดข้อมูลพื้นที่%s %d อำเภอ %d ตำบล จากชุดข้อมูลตั้งต้น"
                                .formatted(
                                        name.thai(),
                                        places.amphoe().size(),
                                        places.tambon().size()),
                        "Loaded the places of %s from the pack: %d amphoe, %d tambon"
                                .formatted(
                                        name.in(org.phatthana.values.Language.ENGLISH),
                                        places.amphoe().size(),
                                        places.tambon().size())),
                Map.of(
                        "pack", pack.name(),
                        "version", places.version(),
                        "asOf", places.asOf().toString(),
                        "amphoe", places.amphoe().size(),
                        "tambon", places.tambon().size(),
                        "bodies", bodies.bodies().size(),
                        "people", people,
                        "digest", digest),
                false);
    }

    private static Localized none() {
        return Localized.of("ไม่ระบุแหล่งที่มา", "No source given");
    }

    static String digest(String content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
