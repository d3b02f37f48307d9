package org.phatthana.works.web;

import java.util.List;

/// A field of a form of works.
///
/// @param name by which it is sent; its label is `works.field.{name}`
/// @param options of a choice
public record Field(String name, Type type, boolean required, List<Option> options) {

    /// What is typed or chosen in it.
    public enum Type {
        TEXT,
        LONG,
        MONEY,
        PERCENT,
        DAY,
        CHOICE,
        CHECK,
        BIDS,
        MILESTONES,
        PHOTOGRAPHS,
        DOCUMENTS;

        /// Whether files are chosen in it.
        public boolean isOfFiles() {
            return this == PHOTOGRAPHS || this == DOCUMENTS;
        }
    }

    /// Something to choose.
    ///
    /// @param text as it is shown
    public record Option(String value, String text) {}

    public Field {
        options = List.copyOf(options);
    }

    static Field required(String name, Type type) {
        return new Field(name, type, true, List.of());
    }

    static Field optional(String name, Type type) {
        return new Field(name, type, false, List.of());
    }

    static Field choice(String name, List<Option> options) {
        return new Field(name, Type.CHOICE, true, options);
    }
}
