package org.tiyanguan.pictures;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.core.io.FileSystemResource;

/** Makes of the files what is asked for, eight at a time, and says what became of each; its own program. */
class EightAtOnce {

    static final int AT_ONCE = 8;

    /** @param asked {@code fit} or {@code cut} and the file, in turn */
    public static void main(String[] asked) throws Exception {
        // Nobody waits in vain here, however slow the machine is.
        Pictures pictures = new Pictures(TestPictures.room(Duration.ofMinutes(10)));
        ExecutorService eight = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < asked.length; i += 2) {
            String how = asked[i];
            String file = asked[i + 1];
            all.add(() -> how + " " + Path.of(file).getFileName() + " " + became(pictures, how, file));
        }
        for (Future<String> one : eight.invokeAll(all)) System.out.println(one.get());
        eight.shutdown();
    }

    private static String became(Pictures pictures, String how, String file) {
        try {
            FileSystemResource sent = new FileSystemResource(file);
            byte[] made = how.equals("cut")
                    ? pictures.cut(sent, 295, 413)
                    : pictures.fit(sent, 2000, 320).get(0);
            return made.length > 0 ? "MADE" : "EMPTY";
        } catch (BadPicture bad) {
            return bad.fault().name();
        } catch (Throwable failed) {
            return failed.toString();
        }
    }
}
