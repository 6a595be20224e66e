package io.lava4j.sandbox.aurora;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the cluster can read from S3, as it is set. */
record S3Access(Map<AuroraSetting, String> settings) {
    Optional<Verdict.Refused> refusal() {
        String role = settings.get(AuroraSetting.AWS_DEFAULT_S3_ROLE);
        if (role.isEmpty()) {
            return Optional.of(errors().s3(S3Errors.NO_PARAMETER));
        }
        if (!List.of(settings.get(AuroraSetting.ASSOCIATED_ROLES).split(",")).contains(role)) {
            return Optional.of(errors().s3(S3Errors.NO_CREDENTIALS));
        }
        return switch (settings.get(AuroraSetting.S3_ROUTE)) {
            case "network connection" -> Optional.of(errors().s3(S3Errors.NO_NETWORK));
            case "s3stream" -> Optional.of(S3Errors.NO_STREAM);
            default -> denial();
        };
    }

    private Optional<Verdict.Refused> denial() {
        return switch (settings.get(AuroraSetting.S3_ACCESS)) {
            case "access denied" -> Optional.of(errors().s3(S3Errors.DENIED));
            case "forbidden" -> Optional.of(errors().s3(S3Errors.FORBIDDEN));
            default -> Optional.empty();
        };
    }

    S3Errors errors() {
        return new S3Errors(Integer.parseInt(settings.get(AuroraSetting.S3_ERROR_NUMBER)));
    }
}
