package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    @Test
    void theExampleOfTheUserGuideHasFourFilesInItsOrder() throws S3Failure {
        String text =
                """
                {"entries": [
                  {"url": "s3://aurora-bucket/2013-10-04-customerdata", "mandatory": true},
                  {"url": "s3-us-west-2://aurora-bucket-usw2/2013-10-05-customerdata", "mandatory": true},
                  {"url": "s3://aurora-bucket/2013-10-04-customerdata", "mandatory": false},
                  {"url": "s3://aurora-bucket/2013-10-05-customerdata"}
                ]}""";
        assertEquals(
                List.of(
                        new Manifest.Entry("s3://aurora-bucket/2013-10-04-customerdata", true),
                        new Manifest.Entry("s3-us-west-2://aurora-bucket-usw2/2013-10-05-customerdata", true),
                        new Manifest.Entry("s3://aurora-bucket/2013-10-04-customerdata", false),
                        new Manifest.Entry("s3://aurora-bucket/2013-10-05-customerdata", false)),
                Manifest.parse(text.getBytes(StandardCharsets.UTF_8)).entries());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[]|is no object",
                "{}|has no array 'entries'",
                "{'entries': {}}|has no array 'entries'",
                "{'entries': [], 'files': []}|unknown field 'files'",
                "{'entries': ['s3://b/k']}|entry 1 is no object",
                "{'entries': [{'url': 's3://b/k'}, {'mandatory': true}]}|entry 2: no 'url'",
                "{'entries': [{'url': ''}]}|entry 1: no 'url'",
                "{'entries': [{'url': 7}]}|entry 1: no 'url'",
                "{'entries': [{'url': 's3://b/k', 'mandatory': 'true'}]}|entry 1: 'mandatory' is neither true nor false",
                "{'entries': [{'url': 's3://b/k', 'meta': {'content_length': 3}}]}|entry 1: unknown field 'meta'",
                "{'entries': [{'url': 's3://b/k'}, {'url': 's3://b/k'}]}|has an entry twice",
            })
    void whatTheSchemaDoesNotAllowIsNamed(String text, String fault) {
        var failure = assertThrows(S3Failure.class, () -> parse(text.replace('\'', '"')));
        assertEquals("Invalid Manifest: " + fault, failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"{|1", "{'entries': [], 'entries': []}|2", "s3://b/k|3", "{'entries': []} x|4"})
    void whatIsNoJsonIsNoManifest(String text, int example) {
        var failure = assertThrows(S3Failure.class, () -> parse(text.replace('\'', '"')));
        assertEquals("Invalid Manifest: is no JSON", failure.getMessage().replaceFirst("JSON.*", "JSON"));
    }

    private static Manifest parse(String text) throws S3Failure {
        return Manifest.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
