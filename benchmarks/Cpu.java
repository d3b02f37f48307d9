import java.util.function.ToDoubleFunction;

/// Processor time in microseconds: of a server, of the database that it started, and of this process.
record Cpu(double server, double database, double clients) {

    static Cpu now(Process server) {
        ToDoubleFunction<ProcessHandle> micros =
                process -> process.info().totalCpuDuration().map(used -> used.toNanos() / 1e3).orElse(0.0);
        return new Cpu(
                micros.applyAsDouble(server.toHandle()),
                ProcessHandle.allProcesses()
                        .filter(process -> process.info().command().orElse("").contains("benchmark-ledger"))
                        .mapToDouble(micros)
                        .sum(),
                micros.applyAsDouble(ProcessHandle.current()));
    }

    /// What was used since, for each of some things that were done.
    Cpu since(Cpu before, double things) {
        return new Cpu((server - before.server) / things, (database - before.database) / things,
                (clients - before.clients) / things);
    }

    @Override
    public String toString() {
        return "server %.0f, database %.0f, clients %.0f µs of the processors".formatted(server, database, clients);
    }
}
