import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that counts mails, and throws them away. */
class MailSink {

    private final AtomicInteger mails = new AtomicInteger();

    MailSink(int port) throws IOException {
        ServerSocket server = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        daemon(() -> {
            while (true) {
                Socket client = server.accept();
                daemon(() -> talk(client));
            }
        });
    }

    /** Since the start, or since it was asked to forget. */
    int mails() {
        return mails.get();
    }

    void forget() {
        mails.set(0);
    }

    private interface Work {

        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                System.err.println("mail: " + e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void talk(Socket client) throws IOException {
        try (client;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                PrintStream out = new PrintStream(client.getOutputStream(), false, StandardCharsets.ISO_8859_1)) {
            say(out, "220 benchmark");
            for (String line = in.readLine(); line != null; line = in.readLine())
                if (line.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    while (!".".equals(in.readLine())) {}
                    mails.incrementAndGet();
                    say(out, "250 taken");
                } else say(out, "250 ok");
        }
    }

    private static void say(PrintStream out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }
}
