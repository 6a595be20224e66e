package io.lava4j.sandbox.aurora;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code s3://bucket/key} or {@code s3-region://bucket/key}. The key is taken as it stands: {@code %20} is three
 * characters of it.
 */
record S3Uri(String bucket, String key) {
    private static final Pattern FORM = Pattern.compile("s3(?:-[a-z0-9-]+)?://([^/]+)/(.*)", Pattern.DOTALL);

    static Optional<S3Uri> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new S3Uri(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
