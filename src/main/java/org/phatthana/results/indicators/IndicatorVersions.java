package org.phatthana.results.indicators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.results.formulas.Formula;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How indicators were declared at any time. What the pack declares is kept whenever it is not what was kept last,
/// and told in public, so that the figure of an earlier day goes by that day's formula.
@Component
public class IndicatorVersions implements InitializingBean {

    private static final int DIGEST_BYTES = 6;

    /// A version of a declaration.
    ///
    /// @param digest of what decides its figures and their standard: another formula or unit has another one
    /// @param since when the program first had it
    /// @param denominator none where the indicator is a number of things
    public record Version(String code, String digest, Instant since, String numerator, Optional<String> denominator) {}

    /// What held at an instant.
    ///
    /// @param indicator empty where it counts something that there is no more
    /// @param known whether it is known to have held: what was declared before the first version nobody kept
    public record Held(Version version, Optional<Indicator> indicator, boolean known) {}

    private record Kept(Version version, Map<String, Object> fields) {}

    private final Indicators indicators;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PublicLog log;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IndicatorVersions(
            Indicators indicators,
            JdbcClient jdbc,
            JsonMapper json,
            PublicLog log,
            Texts texts,
            TransactionTemplate transaction,
            Clock clock) {
        this.indicators = indicators;
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        keep(indicators.declared());
    }

    /// Keeps declarations that are not what was kept last.
    void keep(List<Map<String, Object>> declared) {
        if (changed(declared).isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            log.lock();
            var changed = changed(declared);
            if (!changed.isEmpty()) {
                changed.forEach(this::insert);
                log.append(act(changed.stream().map(Kept::version).toList()));
            }
        });
    }

    private List<Kept> changed(List<Map<String, Object>> declared) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var last = kept().stream().collect(Collectors.toMap(one -> one.version.code, one -> one, (_, newer) -> newer));
        var all = indicators.read(declared).stream().collect(Collectors.toMap(Indicator::code, one -> one));
        var changed = new ArrayList<Kept>();
        for (var each : declared) {
            var fields = fields(json.writeValueAsString(each));
            var indicator = all.get(String.valueOf(fields.get("code")));
            if (indicator == null) {
                continue;
            }
            var before = last.get(indicator.code());
            var digest = digest(indicator, List.copyOf(all.values()));
            if (before == null || !before.fields.equals(fields) || !before.version.digest.equals(digest)) {
                changed.add(new Kept(version(fields, digest, now), fields));
            }
        }
        return changed;
    }

    private void insert(Kept one) {
        jdbc.sql("""
            insert into results.declaration (code, since, digest, fields) values (:code, :since, :digest, cast(:fields as jsonb))
            """)
                .param("code", one.version.code)
                .param("since", Timestamp.from(one.version.since))
                .param("digest", one.version.digest)
                .param("fields", json.writeValueAsString(one.fields))
                .update();
    }

    private PublicAct act(List<Version> changed) {
        return new PublicAct(
                "results.indicators-declared",
                "/goals",
                "pack",
                texts.everywhere(Message.of("results.declared.told", changed.size())),
                Map.of(
                        "indicators",
                        changed.stream().map(IndicatorVersions::told).toList()),
                false);
    }

    private static Map<String, Object> told(Version version) {
        return Map.of(
                "code",
                version.code,
                "digest",
                version.digest,
                "numerator",
                version.numerator,
                "denominator",
                version.denominator.orElse(""));
    }

    /// All versions of an indicator, the newest first.
    public List<Version> of(String code) {
        return kept().stream()
                .map(Kept::version)
                .filter(version -> version.code.equals(code))
                .toList()
                .reversed();
    }

    /// How an indicator was declared at an instant; the first version for what was before it.
    ///
    /// @return empty where none was ever kept
    public Optional<Held> at(String code, Instant at) {
        var held = new TreeMap<String, Kept>();
        kept().forEach(one -> {
            if (!one.version.since.isAfter(at)) {
                held.put(one.version.code, one);
            } else {
                held.putIfAbsent(one.version.code, one);
            }
        });
        return Optional.ofNullable(held.get(code))
                .map(one -> new Held(
                        one.version,
                        indicators.read(held.values().stream().map(Kept::fields).toList()).stream()
                                .filter(indicator -> indicator.code().equals(code))
                                .findFirst(),
                        !one.version.since.isAfter(at)));
    }

    /// The first twelve digits of the SHA-256 of what a declaration says in what decides its figures and their
    /// standard, and of the formulas that it refers to.
    public String digest(Indicator indicator) {
        return digest(indicator, indicators.all());
    }

    private String digest(Indicator indicator, List<Indicator> all) {
        var said = new TreeMap<String, String>();
        said.put("code", indicator.code());
        said.put("numerator", indicator.numerator().text());
        said.put("denominator", indicator.denominator().map(Formula::text).orElse(""));
        said.put("per", indicator.per().toPlainString());
        said.put("unit", indicator.unit().sorted().toString());
        said.put("direction", indicator.moreIsBetter() ? "more" : "less");
        said.put(
                "standard",
                indicator.standard().map(one -> one.value().toPlainString()).orElse(""));
        said.put("people", Boolean.toString(indicator.ofPeople()));
        all.stream()
                .filter(other -> (indicator.numerator().text()
                                + indicator.denominator().map(Formula::text).orElse(""))
                        .contains("(" + other.code() + ")"))
                .forEach(other -> said.put("of " + other.code(), digest(other, all)));
        try {
            var bytes = MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Everything that was kept, in the order of time.
    private List<Kept> kept() {
        return jdbc.sql("select fields, digest, since from results.declaration order by since, code")
                .query((row, _) -> {
                    var fields = fields(row.getString("fields"));
                    return new Kept(
                            version(
                                    fields,
                                    row.getString("digest"),
                                    row.getTimestamp("since").toInstant()),
                            fields);
                })
                .list();
    }

    private static Version version(Map<String, Object> fields, String digest, Instant since) {
        return new Version(
                String.valueOf(fields.get("code")),
                digest,
                since,
                String.valueOf(fields.get("numerator")),
                Optional.ofNullable(fields.get("denominator")).map(Object::toString));
    }

    private Map<String, Object> fields(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }
}
