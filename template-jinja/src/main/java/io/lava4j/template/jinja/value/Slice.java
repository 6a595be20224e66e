package io.lava4j.template.jinja.value;

import java.util.Optional;
import java.util.stream.IntStream;

/** Python's slices. */
public record Slice(Optional<Integer> start, Optional<Integer> stop, int step) {

    public Slice {
        if (step == 0) {
            throw new Fault("a slice's step cannot be zero");
        }
    }

    /** The positions it takes from a sequence of that length. */
    public IntStream positions(int length) {
        int low = step > 0 ? 0 : -1;
        int high = step > 0 ? length : length - 1;
        int from = start.map(at -> clamp(at, length, low, high)).orElse(step > 0 ? low : high);
        int to = stop.map(at -> clamp(at, length, low, high)).orElse(step > 0 ? high : low);
        long distance = step > 0 ? (long) to - from : (long) from - to;
        long stride = Math.abs((long) step);
        long count = distance <= 0 ? 0 : (distance + stride - 1) / stride;
        return IntStream.range(0, (int) count).map(index -> from + index * step);
    }

    private static int clamp(int at, int length, int low, int high) {
        return Math.max(low, Math.min(high, at < 0 ? at + length : at));
    }
}
