import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that takes its time, and prints the name (Message-ID) of each mail that it has taken. */
class MailBox {

    private static final int MILLIS = 50;

    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[0]), 50, InetAddress.getByName("127.0.0.1"));
        while (true) {
            Socket client = server.accept();
            new Thread(() -> {
                        try (client) {
                            talk(client);
                        } catch (IOException | InterruptedException e) {
                            System.err.println(e);
                        }
                    })
                    .start();
        }
    }

    private static void talk(Socket client) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        PrintStream out = new PrintStream(client.getOutputStream(), false, StandardCharsets.ISO_8859_1);
        say(out, "220 drill");
        for (String line = in.readLine(); line != null; line = in.readLine())
            if (line.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else if (line.startsWith("DATA")) {
                say(out, "354 go on");
                String name = "";
                for (String each = in.readLine(); !".".equals(each); each = in.readLine()) {
                    if (each == null) return;
                    if (each.startsWith("Message-ID:")) name = each.substring(11).strip();
                }
                Thread.sleep(MILLIS);
                synchronized (MailBox.class) {
                    System.out.println(name);
                    System.out.flush();
                }
                say(out, "250 taken");
            } else say(out, "250 ok");
    }

    private static void say(PrintStream out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }
}
