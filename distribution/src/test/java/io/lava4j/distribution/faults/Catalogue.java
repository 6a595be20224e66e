package io.lava4j.distribution.faults;

import io.lava4j.distribution.faults.OthersTrial.Presence;
import io.lava4j.distribution.faults.S3Fault.Times;
import io.lava4j.distribution.faults.SettingTrial.Setting;
import java.util.List;
import java.util.stream.Stream;

/** All trials: each fault in each mode on each way of the data, as far as there is something to meet at. */
final class Catalogue {

    /** Where a server dies: each restart takes its time. */
    private static final List<Point> DEATHS = List.of(
            Point.LOCK_ANSWER, Point.HALF, Point.LOAD_ANSWER, Point.COMMIT, Point.COMMIT_ANSWER, Point.RENAME_ANSWER);

    private Catalogue() {}

    static List<Trial> all() {
        return Stream.of(Ground.values())
                .flatMap(ground -> Stream.of(Way.values()).flatMap(way -> trials(ground, way)))
                .toList();
    }

    private static Stream<Trial> trials(Ground ground, Way way) {
        return Stream.of(
                        points(way).map(point -> new CutTrial(ground, way, point, Kind.CONNECTION_RESET)),
                        points(way).map(point -> new CutTrial(ground, way, point, Kind.CONNECTION_SILENT)),
                        points(way)
                                .filter(point -> isInTurn(ground, way, point))
                                .map(point -> new LavaKillTrial(ground, way, point)),
                        points(way).filter(DEATHS::contains).map(point -> new ServerKillTrial(ground, way, point)),
                        s3(ground, way),
                        Stream.of(new FullDiskTrial(ground, way)).filter(trial -> FullDiskTrial.fits(ground)),
                        Stream.of(Presence.values())
                                .filter(presence -> presence.fits(way))
                                .map(presence -> new OthersTrial(ground, way, presence)),
                        Stream.of(Setting.values())
                                .filter(setting -> setting == Setting.PACKETS || ground != Ground.AURORA)
                                .map(setting -> new SettingTrial(ground, way, setting)))
                .flatMap(trials -> trials);
    }

    /** A process takes seconds to start: each mode is met at each point on one of the grounds, and each ground by all modes. */
    private static boolean isInTurn(Ground ground, Way way, Point point) {
        return (point.ordinal() + way.ordinal()) % Ground.values().length == ground.ordinal();
    }

    private static Stream<Point> points(Way way) {
        return Stream.of(Point.values()).filter(point -> point.isIn(way));
    }

    private static Stream<Trial> s3(Ground ground, Way way) {
        return Stream.of(S3Fault.values()).flatMap(fault -> Stream.of(Times.ONCE, Times.FOR_GOOD)
                .filter(fault.times::includes)
                .map(times -> new S3Trial(ground, way, fault, times)));
    }
}
