package io.github.mockelasticache.samples.provisioner;

import io.github.mockelasticache.samples.operations.Patience;
import io.github.mockelasticache.samples.operations.Pause;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/**
 * Builds what a blueprint says, changes it, and takes it down.
 *
 * <p>No method throws because the service refuses something or time runs out: the report says so, part by part. An interrupt
 * ends a run where it stands, with a {@link CancellationException}; the same run, asked for again, takes up from there.
 *
 * <p>Safe for use by several threads, as far as the client, the clock and the pause are.
 */
public final class Provisioner {

    private final ElastiCacheClient client;
    private final Clock clock;
    private final Pause pause;
    private final Patience patience;

    /**
     * A provisioner for production: it sleeps between two looks.
     *
     * @param client what it calls the service through
     * @param clock tells what is late, and how long things took
     */
    public Provisioner(ElastiCacheClient client, Clock clock) {
        this(client, clock, Pause.sleeping(), Patience.longRunning());
    }

    /**
     * A provisioner.
     *
     * @param client what it calls the service through
     * @param clock tells what is late, and how long things took
     * @param pause lets time pass between two looks, where the SDK has no waiter
     * @param patience how often it looks, how long each change may take, and each step of taking back
     */
    public Provisioner(ElastiCacheClient client, Clock clock, Pause pause, Patience patience) {
        this.client = client;
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * Sees to it that everything is as the blueprint says, and returns when it is: what is missing is created, what differs is
     * changed, replicas join or leave. If something fails, what this run has created is deleted again; what was there before
     * stays, with the changes made so far.
     *
     * @param blueprint what there is to be
     * @return what the run did
     */
    public Report provision(Blueprint blueprint) {
        Course course = new Course(blueprint, clock);
        List<Part> created = new ArrayList<>();
        for (Resource resource : site(blueprint, patience)) {
            if (course.isSuccess()) {
                course.perform(resource.part(), blueprint.name(), () -> build(resource, created));
            } else {
                course.leaveUntouched(resource.part());
            }
        }
        if (!course.isSuccess() && !created.isEmpty()) {
            course.takeBack(reversed(site(blueprint, patience.withDeadline(patience.rollback()))).stream()
                    .filter(resource -> created.contains(resource.part()))
                    .toList());
        }
        return course.report();
    }

    /**
     * Lets a replica take over from the primary, and returns when it has and the old primary is back as a replica. A drill: each
     * run is one, and the service allows a limited number of them in a day.
     *
     * @param blueprint whose replication group
     * @return what the run did
     */
    public Report failOver(Blueprint blueprint) {
        FailoverDrill drill = new FailoverDrill(client, watch(patience), blueprint.name());
        return new Course(blueprint, clock)
                .perform(Part.PRIMARY, blueprint.name(), drill::run)
                .report();
    }

    /**
     * Sees to it that a snapshot of the replication group exists, and returns when it is available. It is taken from a replica,
     * so that the primary is not slowed down. A snapshot of that name that exists already is the one.
     *
     * @param blueprint whose replication group
     * @param snapshot the name of the snapshot
     * @return what the run did
     */
    public Report snapshot(Blueprint blueprint, String snapshot) {
        Backup backup = new Backup(client, watch(patience), blueprint.name(), snapshot);
        return new Course(blueprint, clock)
                .perform(Part.SNAPSHOT, snapshot, backup::run)
                .report();
    }

    /**
     * Sees to it that nothing of a blueprint exists any more, and returns when it is gone: the replication group first, and then
     * what it stood on. Snapshots stay.
     *
     * @param blueprint what there is not to be
     * @return what the run did
     */
    public Report tearDown(Blueprint blueprint) {
        Course course = new Course(blueprint, clock);
        for (Resource resource : reversed(site(blueprint, patience))) {
            if (resource.part() == Part.REPLICATION_GROUP || course.isDone(Part.REPLICATION_GROUP)) {
                course.perform(resource.part(), blueprint.name(), () -> demolish(resource));
            } else {
                course.leaveUntouched(resource.part());
            }
        }
        return course.report();
    }

    private static Result build(Resource resource, List<Part> created) {
        boolean missing = !resource.exists();
        boolean mine = missing && create(resource, created);
        Result adjusted = resource.adjust();
        return mine ? new Result(Outcome.CREATED, adjusted.detail()) : adjusted;
    }

    /** What may have been created counts as created: it is looked for when the run turns back. */
    private static boolean create(Resource resource, List<Part> created) {
        try {
            boolean mine = resource.create();
            if (mine) {
                created.add(resource.part());
            }
            return mine;
        } catch (SdkException refusal) {
            if (!(refusal instanceof AwsServiceException service) || service.statusCode() >= 500) {
                created.add(resource.part());
            }
            throw refusal;
        }
    }

    private static Result demolish(Resource resource) {
        if (!resource.exists()) {
            return new Result(Outcome.ALREADY_GONE, "");
        }
        resource.delete();
        return new Result(Outcome.DELETED, "");
    }

    private List<Resource> site(Blueprint blueprint, Patience bounds) {
        return new Site(client, watch(bounds), blueprint).resources();
    }

    private Watch watch(Patience bounds) {
        return new Watch(clock, pause, bounds);
    }

    private static List<Resource> reversed(List<Resource> resources) {
        List<Resource> reversed = new ArrayList<>(resources);
        Collections.reverse(reversed);
        return reversed;
    }
}
