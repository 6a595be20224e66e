package io.lava4j.jobs.exe;

import io.lava4j.core.spi.Spec;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment variables of ours: whatever the job sets, these win.
 *
 * @param all by name
 */
record Variables(Map<String, String> all) {

    static Variables of(Spec job, Spec realm, String runId, Area temp, Folder folder) {
        Map<String, String> all = new HashMap<>();
        all.put("LAVA_JOB_ID", job.required("job_id"));
        all.put("LAVA_OWNER", job.text("owner").orElse(""));
        all.put("LAVA_REALM", realm.required("realm"));
        all.put("LAVA_RUN_ID", runId);
        all.put("LAVA_S3_KEY", realm.text("s3_key").orElse(""));
        all.put("LAVA_S3_TMP", temp.uri());
        all.put("LAVA_WORKER", worker(job));
        all.put("TMPDIR", folder.temporary().toString());
        return new Variables(all);
    }

    Variables with(Map<String, String> more) {
        Map<String, String> both = new HashMap<>(all);
        both.putAll(more);
        return new Variables(both);
    }

    Variables with(String name, String value) {
        return with(Map.of(name, value));
    }

    /** A scheduler's field, of which nothing is checked. */
    private static String worker(Spec job) {
        return job.fields().get("worker") instanceof String worker ? worker : "";
    }
}
