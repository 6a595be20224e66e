package io.lava4j.core.schema;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders places such as {@code a.yaml:10:3} by line and column; those without come first. */
final class PlaceOrder implements Comparator<String> {

    private static final Pattern POSITION = Pattern.compile(":(\\d+):(\\d+)$");

    @Override
    public int compare(String left, String right) {
        int lines = Integer.compare(number(left, 1), number(right, 1));
        return lines != 0 ? lines : Integer.compare(number(left, 2), number(right, 2));
    }

    private static int number(String place, int group) {
        Matcher position = POSITION.matcher(place);
        return position.find() ? Integer.parseInt(position.group(group)) : 0;
    }
}
