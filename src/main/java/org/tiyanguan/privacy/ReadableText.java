package org.tiyanguan.privacy;

import java.text.Normalizer;
import org.tiyanguan.core.Unseen;

/**
 * A text as a reader takes it: letters and digits of any width or script are the usual ones, signs that nobody sees are
 * gone. It knows where in the original each of its signs stood.
 */
final class ReadableText {

    private static final String NUMERALS = "零〇○一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖";
    private static final String VALUES = "00011122233445566778899";

    private final String text;
    private final int[] from;
    private final int[] to;

    private ReadableText(String text, int[] from, int[] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    static ReadableText of(String original) {
        StringBuilder text = new StringBuilder();
        int[] from = new int[original.length() * 4 + 4];
        int[] to = new int[from.length];
        for (int at = 0; at < original.length(); ) {
            int sign = original.codePointAt(at);
            int next = at + Character.charCount(sign);
            String read = Unseen.isOne(sign) ? "" : read(sign);
            for (int i = 0; i < read.length() && text.length() < from.length; i++) {
                from[text.length()] = at;
                to[text.length()] = next;
                text.append(read.charAt(i));
            }
            at = next;
        }
        return new ReadableText(text.toString(), from, to);
    }

    /** The same, with Chinese numerals as digits. */
    ReadableText inDigits() {
        StringBuilder digits = new StringBuilder(text);
        for (int i = 0; i < digits.length(); i++) {
            int numeral = NUMERALS.indexOf(digits.charAt(i));
            if (numeral >= 0) digits.setCharAt(i, VALUES.charAt(numeral));
        }
        return new ReadableText(digits.toString(), from, to);
    }

    /** Where in the original the sign at that place begins. */
    int from(int place) {
        return from[place];
    }

    /** Where in the original the stretch ends that ends before that place. */
    int to(int place) {
        return to[place - 1];
    }

    private static String read(int sign) {
        int digit = digit(sign);
        if (digit >= 0) return String.valueOf(digit);
        if (Character.isWhitespace(sign) || Character.isISOControl(sign)) return sign == '\n' ? "\n" : " ";
        if (sign < 0x80) return String.valueOf((char) sign);
        return Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
    }

    /** Of a sign that stands for one digit; -1 for others. */
    private static int digit(int sign) {
        int type = Character.getType(sign);
        int value = Character.getNumericValue(sign);
        boolean one = type == Character.DECIMAL_DIGIT_NUMBER || type == Character.OTHER_NUMBER;
        return one && value <= 9 ? value : -1;
    }

    @Override
    public String toString() {
        return text;
    }
}
