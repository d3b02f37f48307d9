package org.phatthana.packs;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Lets the faults of an [UnsoundPack] be told by themselves rather than under a stack trace.
final class UnsoundPackAnalyzer extends AbstractFailureAnalyzer<UnsoundPack> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsoundPack unsound) {
        return new FailureAnalysis(unsound.faults(), null, unsound);
    }
}
