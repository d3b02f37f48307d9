package org.phatthana.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;

/// An edition of a plan: what was decided of its projects at one time.
///
/// @param number its place in the order in which the plan's editions were opened; 0 is the plan as it first was
/// @param sequence it is the n-th of its type in its year (ครั้งที่ n); 0 for the first edition
/// @param year the year by which the office counts it (Buddhist Era); 0 for the first edition
/// @param label how the office calls it
/// @param reason why it was opened
/// @param inForceFrom when it was announced
/// @param estimated whether that is not known and was put in its place by its number
public record Edition(
        String plan,
        int number,
        Type type,
        int sequence,
        int year,
        String label,
        State state,
        String reason,
        Optional<Instant> inForceFrom,
        boolean estimated,
        boolean sample) {

    /// How the edition is called: `เพิ่มเติม ครั้งที่ 2/2567`.
    public Localized title() {
        return title(type, sequence, year);
    }

    static Localized title(Type type, int sequence, int year) {
        return type == Type.BASE
                ? type.title()
                : Localized.of(
                        "%s ครั้งที่ %d/%d".formatted(type.title().thai(), sequence, year),
                        "%s no. %d/%d"
                                .formatted(type.title().in(Language.ENGLISH), sequence, year - FiscalYear.OFFSET));
    }

    /// The day from which it is in force.
    public Optional<LocalDate> day() {
        return inForceFrom.map(from -> LocalDate.ofInstant(from, Plans.THAILAND));
    }

    /// What an edition does.
    public enum Type {
        /// The plan as it first was.
        BASE(Localized.of("ฉบับแรก", "first edition")),
        /// New projects (ข้อ 22).
        ADDED(Localized.of("เพิ่มเติม", "addition")),
        /// The substance of projects (ข้อ 22/1).
        CHANGED(Localized.of("เปลี่ยนแปลง", "change")),
        /// Mistakes (ข้อ 21).
        CORRECTED(Localized.of("แก้ไข", "correction")),
        /// Disasters and what cannot wait (ข้อ 22/2).
        URGENT(Localized.of("เพิ่มเติมกรณีเร่งด่วน", "urgent edition"));

        @SuppressWarnings("ImmutableEnumChecker") // a Localized cannot change
        private final Localized title;

        Type(Localized title) {
            this.title = title;
        }

        /// What it is called in regulations, and in English.
        public Localized title() {
            return title;
        }

        /// The type as addresses, files and the database write it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Type> of(String code) {
            return java.util.Arrays.stream(values())
                    .filter(type -> type.code().equals(code))
                    .findFirst();
        }

        /// Whether an edition of this type may decide so of a project.
        public boolean may(Act act) {
            return switch (this) {
                case BASE, ADDED -> act == Act.ADD;
                case CHANGED -> act == Act.CHANGE || act == Act.DROP;
                case CORRECTED -> act == Act.CORRECT;
                case URGENT -> true;
            };
        }

        /// What an edition of this type does to a project that is in the plan.
        Act amends() {
            return this == CORRECTED ? Act.CORRECT : Act.CHANGE;
        }
    }

    /// How far an edition has come.
    public enum State {
        /// Projects are drafted and approved for it.
        OPEN,
        /// It is with those who approve it; nothing in it is changed.
        SUBMITTED,
        ANNOUNCED,
        WITHDRAWN;

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What an edition decides of a project.
    public enum Act {
        ADD,
        CHANGE,
        CORRECT,
        /// It is no longer in the plan.
        DROP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Act> of(String code) {
            return java.util.Arrays.stream(values())
                    .filter(act -> act.code().equals(code))
                    .findFirst();
        }
    }
}
