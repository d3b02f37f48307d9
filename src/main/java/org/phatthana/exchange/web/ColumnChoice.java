package org.phatthana.exchange.web;

import java.util.List;
import java.util.Map;
import org.phatthana.exchange.TableHead;

/// Which column of a tried file is which, to be looked at and said otherwise.
///
/// @param head the heading of its first table
/// @param fields what a column can be: the key of each field and what it is called
/// @param chosen the field of each column that has one, by its place
/// @param missing what the file cannot be read without and no column is
/// @param problem what is wrong with the choice; empty for nothing
public record ColumnChoice(
        TableHead head,
        Map<String, String> fields,
        Map<Integer, String> chosen,
        List<String> missing,
        String problem) {}
