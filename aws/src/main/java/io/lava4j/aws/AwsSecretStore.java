package io.lava4j.aws;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Parameters of SSM's Parameter Store, documents of Secrets Manager. */
public final class AwsSecretStore implements SecretStore {

    /** SSM may answer with a page of none, and have more. */
    private static final int MOST_PAGES = 20;

    private final Lazy<SsmClient> ssm;
    private final Lazy<SecretsManagerClient> secretsManager;

    /** For {@link java.util.ServiceLoader}: dials nothing. */
    public AwsSecretStore() {
        ssm = new Lazy<>(() -> Settings.usual().applied(SsmClient.builder()).build());
        secretsManager = new Lazy<>(
                () -> Settings.usual().applied(SecretsManagerClient.builder()).build());
    }

    @Override
    public Parameter parameter(String name) {
        String subject = "SSM parameter '" + name + "'";
        return read(subject, "ssm:GetParameter", () -> {
            var found = ssm.get()
                    .getParameter(request -> request.name(name).withDecryption(true))
                    .parameter();
            if (found == null || found.value() == null) {
                throw new CredentialsException(subject + ": the answer holds no value; check AWS_ENDPOINT_URL");
            }
            return new Parameter(new Secret(found.value()), found.type() == ParameterType.SECURE_STRING);
        });
    }

    @Override
    public Secret document(String id) {
        String subject = "secret '" + id + "'";
        GetSecretValueResponse found = read(subject, "secretsmanager:GetSecretValue", () -> secretsManager
                .get()
                .getSecretValue(request -> request.secretId(id)));
        if (found.secretString() == null) {
            throw new CredentialsException(subject + ": it is binary, expected text; store it as SecretString");
        }
        return new Secret(found.secretString());
    }

    @Override
    public Optional<String> key(String name) {
        ParameterStringFilter named =
                ParameterStringFilter.builder().key("Name").values(name).build();
        return read(
                "SSM parameter '" + name + "'",
                "ssm:DescribeParameters",
                () -> ssm.get().describeParametersPaginator(request -> request.parameterFilters(named)).stream()
                        .limit(MOST_PAGES)
                        .flatMap(page -> page.parameters().stream())
                        .findFirst()
                        .map(ParameterMetadata::keyId));
    }

    @Override
    public String storing(String name, String key) {
        return "aws ssm put-parameter --overwrite --type SecureString --key-id '" + key + "' --name '" + name
                + "' --value file://PASSWORD_FILE";
    }

    @Override
    public String showing(String key) {
        return "aws kms describe-key --key-id '" + key + "'";
    }

    @Override
    public void close() {
        ssm.close();
        secretsManager.close();
    }

    private static <T> T read(String subject, String action, Supplier<T> call) {
        try {
            return Sense.of(call);
        } catch (ParameterNotFoundException | ResourceNotFoundException missing) {
            throw new CredentialsException(
                    subject + ": it does not exist; check its name, and the account and region in use", missing);
        } catch (AbortedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException(subject + ": reading was interrupted", interrupted);
        } catch (SdkException failed) {
            throw new CredentialsException(subject + ": " + new Failure(failed, action + " on it").text(), failed);
        }
    }
}
