package io.watertight.testing.statements;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Counts how often the driver sends something to the database and waits: each time it flushes what it has written. */
public final class CountingSocketFactory extends SocketFactory {

    /** For the driver, which is told the name of this class. */
    public CountingSocketFactory() {}

    @Override
    public Socket createSocket() {
        return new CountingSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("The driver connects the socket itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        return createSocket(host, port);
    }

    private static final class CountingSocket extends Socket {

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new CountingStream(super.getOutputStream());
        }
    }

    private static final class CountingStream extends FilterOutputStream {

        private boolean written;

        CountingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            written = true;
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            written = true;
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
            if (written) {
                Recording.sent();
            }
            written = false;
        }
    }
}
