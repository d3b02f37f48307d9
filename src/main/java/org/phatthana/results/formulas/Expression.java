package org.phatthana.results.formulas;

import java.util.List;

/// A typed part of a formula that a row gives a value. Only [Reader] makes them, so their types fit.
public sealed interface Expression {

    Type type();

    record Constant(Object value, Type type) implements Expression {}

    record Field(String column, Type type) implements Expression {}

    /// @param operator one of `+ - * /`
    record Arithmetic(char operator, Expression left, Expression right, Type type) implements Expression {}

    /// @param operator one of `= != < <= > >=`
    record Comparison(String operator, Expression left, Expression right) implements Expression {
        @Override
        public Type type() {
            return Type.YES_NO;
        }
    }

    record And(Expression left, Expression right) implements Expression {
        @Override
        public Type type() {
            return Type.YES_NO;
        }
    }

    record Or(Expression left, Expression right) implements Expression {
        @Override
        public Type type() {
            return Type.YES_NO;
        }
    }

    record Not(Expression operand) implements Expression {
        @Override
        public Type type() {
            return Type.YES_NO;
        }
    }

    /// Whether there is a value at all: the one question that is never itself missing.
    record Known(Expression operand) implements Expression {
        @Override
        public Type type() {
            return Type.YES_NO;
        }
    }

    record Call(NamedFunction function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return function.result();
        }
    }
}
