package org.phatthana.results.formulas;

/// What becomes of units that are multiplied and divided.
final class Units {

    private Units() {}

    static String of(char operator, String left, String right) {
        if (operator == '*') {
            return left.isEmpty() || right.isEmpty() ? left + right : left + "·" + right;
        }
        if (right.isEmpty()) {
            return left;
        }
        return left.equals(right) ? "" : left + "/" + right;
    }
}
