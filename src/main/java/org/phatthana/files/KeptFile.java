package org.phatthana.files;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.files.reading.Darkroom;
import org.phatthana.people.Acting;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// A document or photograph of this house. Its record never changes: that it was published or withdrawn are facts
/// of their own.
///
/// @param id its public identifier
/// @param digest of its bytes
/// @param bytes how many
/// @param name under which it is saved
/// @param at when it was kept
public record KeptFile(
        String id,
        Digest digest,
        FileType type,
        long bytes,
        String name,
        Optional<Localized> title,
        Sender sender,
        Instant at,
        boolean sample,
        Optional<Photograph> photograph,
        Optional<FileAct> published,
        Optional<FileAct> withdrawn) {

    private static final long MEBIBYTE = 1L << 20;

    /// The address of its bytes, without a language. Of a photograph, `/files/{id}/{width}.jpg` (or `.png`) are its
    /// sizes.
    public String address() {
        return "/files/" + id;
    }

    /// The address of the page that tells of it.
    public String about() {
        return address() + "/about";
    }

    public String address(Photograph.Size size) {
        return address() + "/" + size.width() + "." + size.type().ending();
    }

    /// The title, or the name where it has none.
    public Localized heading() {
        return title.orElseGet(() -> Localized.thai(name));
    }

    /// The command that prints the digest of a saved copy. Whatever its sender called it, a shell runs nothing
    /// else.
    public String check() {
        return "sha256sum -- '" + name.replace("'", "'\\''") + "'";
    }

    /// How large it is, for readers.
    public Message size() {
        return bytes < MEBIBYTE
                ? Message.of("files.size.kb", Math.ceilDiv(bytes, 1024))
                : Message.of(
                        "files.size.mb",
                        BigDecimal.valueOf(bytes)
                                .divide(BigDecimal.valueOf(MEBIBYTE), 1, RoundingMode.HALF_UP)
                                .toPlainString());
    }

    /// The address of a photograph's copy that is nearest to a width in pixels and not narrower, or of the whole.
    public String addressAtLeast(int width) {
        return photograph.stream()
                .flatMap(picture -> picture.sizes().stream())
                .filter(size -> size.width() >= width)
                .findFirst()
                .map(this::address)
                .orElse(address());
    }

    /// A photograph's copies with their widths, as the attribute `srcset` has them.
    public String sources() {
        return photograph.stream()
                .flatMap(picture -> Stream.concat(
                        picture.sizes().stream().map(size -> address(size) + " " + size.width() + "w"),
                        picture.width() > Darkroom.WIDTHS.getLast()
                                ? Stream.empty()
                                : Stream.of(address() + " " + picture.width() + "w")))
                .collect(Collectors.joining(", "));
    }

    public boolean isPublic() {
        return published.isPresent() && withdrawn.isEmpty();
    }

    /// Whether somebody may know of it: everyone once it was published, else the staff and whoever handed it in.
    /// The bytes of one that was withdrawn are closed to all of them.
    public boolean isKnownTo(Optional<Acting> reader) {
        return published.isPresent()
                || reader.filter(who -> Sender.isOfStaff(who)
                                || sender.account().filter(who.id()::equals).isPresent())
                        .isPresent();
    }
}
