package io.lava4j.connector.mysql.aurora;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Aurora has recorded of each object that it loaded. It keeps that for ever, and for all loads: so only what is new
 * and of the same address counts.
 *
 * @param session a session of the server
 * @param since the server's clock when the load began
 */
record LoadHistory(AuroraSession session, Instant since) {

    static final String TABLE = "aurora_s3_load_history";

    /** Of keys as long as S3 takes them, an answer that is not refused for its size. */
    static final int PAGE = 1_000;

    /** Names the first object that is not recorded, or not with all its bytes. */
    Optional<String> discrepancy(LoadRequest request) throws SQLException {
        Map<StoredObject, String> urls = new HashMap<>();
        request.source()
                .objects()
                .forEach(object -> urls.computeIfAbsent(
                        object, each -> S3Url.of(each, request.source().store())));
        Map<String, List<Long>> recorded = recorded(beginning(List.copyOf(urls.values())));
        return request.source().objects().stream()
                .flatMap(object ->
                        discrepancy(object, recorded.getOrDefault(urls.get(object), new ArrayList<>())).stream())
                .findFirst();
    }

    /** Takes a record that fits away, as one object may be loaded twice. An empty one need not be recorded. */
    private static Optional<String> discrepancy(StoredObject object, List<Long> recorded) {
        if (recorded.remove(object.size()) || object.size() == 0) {
            return Optional.empty();
        }
        String name = "object '" + object.uri() + "' ";
        return Optional.of(
                recorded.isEmpty()
                        ? name + "is not in mysql." + TABLE + ", so the server has not read it; run the job again"
                        : name + "has " + object.size() + " bytes, and by mysql." + TABLE + " the server has read "
                                + recorded.get(0) + "; it may have been replaced meanwhile: run the job again");
    }

    private Map<String, List<Long>> recorded(String beginning) throws SQLException {
        Map<String, List<Long>> bytes = new HashMap<>();
        int from = 0;
        while (page(beginning, from, bytes) == PAGE) {
            from += PAGE;
        }
        return bytes;
    }

    /** What is recorded meanwhile comes behind. */
    private int page(String beginning, int from, Map<String, List<Long>> bytes) throws SQLException {
        return session.rows(
                        "SELECT load_prefix, bytes_loaded FROM mysql." + TABLE
                                + " WHERE load_timestamp >= FROM_UNIXTIME(?) AND LEFT(load_prefix, CHAR_LENGTH(?)) = ?"
                                + " ORDER BY load_timestamp, load_prefix LIMIT " + from + ", " + PAGE,
                        row -> bytes.computeIfAbsent(row.getString(1), url -> new ArrayList<>())
                                .add(row.getLong(2)),
                        Long.toString(since.getEpochSecond()),
                        beginning,
                        beginning)
                .size();
    }

    /** What all addresses begin with. */
    private static String beginning(List<String> urls) {
        String common = urls.get(0);
        for (String url : urls) {
            while (!url.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return common;
    }
}
