package io.lava4j.aws;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** An exception of the SDK, told to a person: what went wrong and what to do. Never a secret. */
public final class Failure {

    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> UNKNOWN_CALLER = Set.of(
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "InvalidToken",
            "RequestTimeTooSkewed",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");
    private static final Set<String> KMS =
            Set.of("InvalidKeyId", "InvalidKeyIdException", "DecryptionFailure", "DecryptionFailureException");
    private static final Set<String> THROTTLED = Set.of(
            "ProvisionedThroughputExceededException", "RequestLimitExceeded", "Throttling", "ThrottlingException");
    private static final int MOST_CHARACTERS = 1_000;
    private static final Set<String> TRY_AGAIN = Set.of("SlowDown", "RequestTimeout");

    private final SdkException exception;
    private final String action;

    /** Takes the exception, and the action that the caller must be allowed, such as {@code s3:GetObject}. */
    public Failure(SdkException exception, String action) {
        this.exception = exception;
        this.action = action;
    }

    /** What went wrong, and what to do. */
    public String text() {
        return exception instanceof AwsServiceException service ? answered(service) : unanswered();
    }

    /** The status of the answer; 0 if there was none. */
    public int status() {
        return exception instanceof AwsServiceException service ? service.statusCode() : 0;
    }

    /** Whether AWS answered that it does not accept the credentials, whatever they ask for. */
    public boolean refusesCaller() {
        return EXPIRED.contains(code()) || UNKNOWN_CALLER.contains(code());
    }

    /** A header of the answer. */
    Optional<String> header(String name) {
        return details()
                .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                .flatMap(response -> response.firstMatchingHeader(name));
    }

    /** Whether the same call may well succeed a little later. */
    boolean passes() {
        return status() >= 500
                || status() == 429
                || TRY_AGAIN.contains(code())
                || THROTTLED.contains(code())
                || status() == 0 && broken().isPresent();
    }

    private String answered(AwsServiceException service) {
        String said = said(service);
        if (EXPIRED.contains(code())) {
            return "the AWS credentials have expired (" + said + "); log in again";
        }
        if (UNKNOWN_CALLER.contains(code())) {
            return "AWS does not accept the credentials (" + said
                    + "); check access key, secret key and this machine's clock";
        }
        if (KMS.contains(code()) || said.toLowerCase(Locale.ROOT).contains("kms:")) {
            return "its KMS key cannot be used (" + said
                    + "); allow kms:Decrypt on the key, to write kms:GenerateDataKey,"
                    + " and check that it is enabled";
        }
        if (THROTTLED.contains(code())) {
            return "AWS is asked too often (" + said + "); try again later, or raise the limit";
        }
        if (code().equals("InvalidObjectState")) {
            return "it is in an archive (" + said + "); restore the object first";
        }
        if (status() == 403 || code().startsWith("AccessDenied")) {
            return "access is denied (" + said + "); allow " + action;
        }
        return "AWS refuses (" + said + ")";
    }

    private String unanswered() {
        String message = brief(exception.getMessage());
        // The SDK has no type of its own for these two; tests hold its words.
        if (message.contains("Unable to load region")) {
            return "no AWS region is known; set AWS_REGION, or region in the profile";
        }
        if (message.contains("Unable to load credentials")) {
            return "no AWS credentials were found; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
                    + " or log in; the SDK says: " + message;
        }
        return broken().map(cause -> "AWS cannot be reached (" + brief(cause.toString())
                        + "); check the network, the region and AWS_ENDPOINT_URL if it is set")
                .orElse("the AWS SDK gave up (" + message + ")");
    }

    private Optional<IOException> broken() {
        Throwable cause = exception;
        while (cause != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return Optional.ofNullable((IOException) cause);
    }

    private String said(AwsServiceException service) {
        String subject = code().isEmpty() ? "HTTP status " + service.statusCode() : code();
        return details()
                .map(AwsErrorDetails::errorMessage)
                .filter(message -> !message.isBlank())
                .map(message -> subject + ": " + brief(message))
                .orElse(subject);
    }

    private String code() {
        return details().map(AwsErrorDetails::errorCode).map(Failure::brief).orElse("");
    }

    /** It may say anything, of any length, to whatever terminal shows it. */
    private static String brief(String said) {
        String line = String.valueOf(said).replaceAll("\\p{Cc}+", " ");
        return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line;
    }

    private Optional<AwsErrorDetails> details() {
        return exception instanceof AwsServiceException service
                ? Optional.ofNullable(service.awsErrorDetails())
                : Optional.empty();
    }
}
