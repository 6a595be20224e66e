package io.lava4j.core.run;

import io.lava4j.core.spi.Spec;

/**
 * The name under which a job's connections present themselves: {@code lv-<realm>-<job_id>}, or what the realm's setting
 * {@code program_name} says, with {@code {realm}} and {@code {job_id}} replaced.
 */
final class ApplicationName {

    private static final String DEFAULT = "lv-{realm}-{job_id}";

    private final String template;

    ApplicationName(Spec realm) {
        template = realm.object("config").text("program_name").orElse(DEFAULT);
    }

    String of(String realm, String jobId) {
        return template.replace("{realm}", realm).replace("{job_id}", jobId);
    }
}
