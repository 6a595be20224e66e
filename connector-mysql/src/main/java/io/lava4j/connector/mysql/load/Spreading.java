package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.FileEncoding;
import io.lava4j.connector.mysql.stream.MultiByte;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides over how many connections a load goes, and says why over one where more were asked for. */
final class Spreading {

    /** A server that is not asked to do more has others to serve. */
    private static final int MOST_BY_ITSELF = 4;

    private static final long WORTH_A_CONNECTION = 32L << 20;

    private final LoadRequest request;
    private final PartSizes sizes;

    Spreading(LoadRequest request, PartSizes sizes) {
        this.request = request;
        this.sizes = sizes;
    }

    /**
     * Spreads a load that can be spread.
     *
     * @param order why its rows must come one after another, if they must
     */
    Course over(Course course, Optional<String> order) {
        if (request.parallel().equals(OptionalInt.of(1))) {
            return course;
        }
        Optional<String> obstacle = obstacle(course).or(() -> order);
        if (obstacle.isPresent()) {
            return course.noting(List.of(asked() + ": one connection is used, as " + obstacle.get()));
        }
        Spread spread = new Spread(connections(), course.path().parts().orElseThrow(), sizes);
        return course.over(spread)
                .noting(List.of(asked() + ": the data goes over " + spread.connections() + " connections at once"));
    }

    private String asked() {
        return "parallel "
                + (request.parallel().isPresent() ? request.parallel().getAsInt() : "'auto'");
    }

    private Optional<String> obstacle(Course course) {
        String encoding = FileEncoding.of(request.format().encoding()).name();
        if (!course.frame().isStaged()) {
            return Optional.of("mode '" + request.rules().mode().name().toLowerCase(Locale.ROOT)
                    + "' fills the table in one transaction"
                    + (request.rules().atomic() ? "" : " when 'atomic' is false"));
        }
        if (course.path().parts().isEmpty()) {
            return Optional.of("the server reads the data itself");
        }
        if (!MultiByte.knows(encoding)) {
            return Optional.of("it is not known where characters of encoding '" + encoding
                    + "' end, so that the data cannot be cut");
        }
        return connections() == 1 ? Optional.of("there is too little data for more") : Optional.empty();
    }

    private int connections() {
        long most = request.parallel()
                .orElse((int) Math.min(MOST_BY_ITSELF, request.source().bytes() / WORTH_A_CONNECTION));
        return (int) Math.max(1, Math.min(most, parts()));
    }

    /** How many there can be. */
    private long parts() {
        return request.source().objects().stream()
                .mapToLong(StoredObject::size)
                .map(size -> Math.max(1, size / Math.max(1, sizes.least())))
                .sum();
    }
}
