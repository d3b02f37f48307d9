package org.phatthana.commands;

/// A kind of data that `sample` can make in the database, for trying the program under load. All of it is marked as
/// a sample.
public interface Synthetic {

    /// What is wanted.
    ///
    /// @param rows how many there are to be
    /// @param editions of a plan: how many after the first
    /// @param years of dated figures: in how many fiscal years they lie
    /// @param seed the same makes the same data
    record Wish(int rows, int editions, int years, long seed) {}

    /// By which the command names it.
    String kind();

    /// @return what to say of it
    /// @throws IllegalArgumentException if so much cannot be made; the message says how much can
    String make(Wish wish);
}
