import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Clients of the interface for programs that post one request after the other, each over a connection of its own: the
/// next when the answer to the last is there. One thread looks after them all, so that they take little from the server
/// beside which they run.
final class Clients {

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());
    private static final int LONGEST_ANSWER = 1 << 20;

    private final int port;
    private final String head;

    Clients(int port, String path, String token) {
        this.port = port;
        this.head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: k";
    }

    /// A request that is new to the server.
    byte[] request(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var start = (head + KEYS.incrementAndGet() + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        var request = java.util.Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, request, start.length, bytes.length);
        return request;
    }

    /// @return answers per second
    /// @throws IOException if anything but 201 is answered
    double post(int clients, int seconds, Supplier<String> bodies) throws IOException {
        var begun = System.nanoTime();
        var end = begun + seconds * 1_000_000_000L;
        var answered = 0L;
        try (var selector = Selector.open()) {
            for (var i = 0; i < clients; i++) {
                var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LONGEST_ANSWER));
                send(channel, bodies.get());
            }
            for (var open = clients; open > 0; ) {
                if (selector.select(60_000) == 0) {
                    throw new IOException("no answer in a minute");
                }
                for (var key : selector.selectedKeys()) {
                    var channel = (SocketChannel) key.channel();
                    if (isAnswered(channel, (ByteBuffer) key.attachment())) {
                        answered++;
                        if (System.nanoTime() < end) {
                            send(channel, bodies.get());
                        } else {
                            channel.close();
                            open--;
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
        }
        return answered / ((System.nanoTime() - begun) / 1e9);
    }

    private void send(SocketChannel channel, String body) throws IOException {
        var request = ByteBuffer.wrap(request(body));
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /// Reads on, and forgets the answer when it has come to its end.
    private static boolean isAnswered(SocketChannel channel, ByteBuffer answer) throws IOException {
        if (channel.read(answer) < 0) {
            throw new IOException("the server closed the connection");
        }
        var length = answer.position();
        var head = new String(answer.array(), 0, Math.min(length, 2_000), StandardCharsets.ISO_8859_1);
        var body = head.indexOf("\r\n\r\n") + 4;
        if (body < 4) {
            return false;
        }
        if (!head.startsWith("HTTP/1.1 201")) {
            throw new IOException("answered " + new String(answer.array(), 0, length, StandardCharsets.UTF_8));
        }
        var named = head.indexOf("Content-Length: ");
        var isWhole = named >= 0 && named < body
                ? length == body + Integer.parseInt(head.substring(named + 16, head.indexOf('\r', named)))
                : new String(answer.array(), length - 5, 5, StandardCharsets.ISO_8859_1).equals("0\r\n\r\n");
        if (isWhole) {
            answer.clear();
        }
        return isWhole;
    }
}
