package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Delays;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;

/** Everything that exists in one region, and what a handler needs to change it. */
public final class RegionState {

    private final Place place;
    private final Regions regions;
    private final Settings settings;
    private final VirtualClock clock;
    private final ClockPolicy clockPolicy;
    private final PlannedLifeCycles lifeCycles;
    private final Ec2SecurityGroups ec2SecurityGroups;
    private final String arnPrefix;
    private final Map<ResourceType<?>, Table<?>> tables = new HashMap<>();
    private final EventLog events = new EventLog();
    private final TagSets tags;
    private final References references = new References();
    private final Ec2Subnets ec2Subnets = new Ec2Subnets();
    private final Map<Class<?>, Object> roles = new HashMap<>();
    private final List<Consumer<String>> whenForgotten = new ArrayList<>();

    RegionState(
            Place place,
            Regions regions,
            Settings settings,
            VirtualClock clock,
            ClockPolicy clockPolicy,
            PlannedLifeCycles lifeCycles,
            Ec2SecurityGroups ec2SecurityGroups) {
        this.place = place;
        this.regions = regions;
        this.settings = settings;
        this.clock = clock;
        this.clockPolicy = clockPolicy;
        this.lifeCycles = lifeCycles;
        this.ec2SecurityGroups = ec2SecurityGroups;
        this.tags = new TagSets(settings.quotas().of(Quota.TAGS_PER_RESOURCE));
        this.arnPrefix = place.arnPrefix(settings.accountId());
    }

    /**
     * Which region this is.
     *
     * @return the region
     */
    public Region region() {
        return place.region();
    }

    /**
     * Another region, for what spans several.
     *
     * @param other which one
     * @return what exists there
     */
    public RegionState in(Region other) {
        return regions.of(other);
    }

    /**
     * What the account has in all regions of this one's partition together, and in none of them.
     *
     * @return that state
     */
    public RegionState everywhere() {
        return place.global() ? this : regions.at(place.everywhere());
    }

    /**
     * How the mock is set up.
     *
     * @return its settings
     */
    public Settings settings() {
        return settings;
    }

    /**
     * The present in virtual time.
     *
     * @return the clock's instant
     */
    public Instant now() {
        return clock.instant();
    }

    /**
     * The table of a type of resource.
     *
     * @param type the type
     * @param <T> the SDK's model class of the resource
     * @return its table: that of this region, or the one that all regions share
     */
    @SuppressWarnings("unchecked") // A type is put in with the table of its own class, here and nowhere else.
    public <T> Table<T> table(ResourceType<T> type) {
        return (Table<T>) home(type).tables.computeIfAbsent(type, key -> new Table<T>());
    }

    private RegionState home(ResourceType<?> type) {
        return type.global() ? everywhere() : this;
    }

    /** What exists, by the words for the lists of their types, those of a type in the order of their names. */
    SortedMap<String, List<SdkPojo>> resources() {
        SortedMap<String, List<SdkPojo>> resources = new TreeMap<>();
        tables.forEach((type, table) -> {
            if (table.size() > 0) {
                resources.put(
                        type.listName(),
                        table.all().stream().map(SdkPojo.class::cast).toList());
            }
        });
        return resources;
    }

    /**
     * The events of the region.
     *
     * @return the log
     */
    public EventLog events() {
        return events;
    }

    /**
     * The tags in the region.
     *
     * @return the tags by ARN
     */
    public TagSets tags() {
        return tags;
    }

    /**
     * Which resource uses which.
     *
     * @return the references
     */
    public References references() {
        return references;
    }

    /**
     * Lets a family do something for others, which know it by an interface of the engine only.
     *
     * @param role the interface
     * @param family what the family does for this region
     * @param <T> the interface
     */
    public <T> void offer(Class<T> role, T family) {
        roles.put(role, family);
    }

    /**
     * What another family does for this region.
     *
     * @param role the interface that it is known by
     * @param <T> the interface
     * @return the one that was offered
     */
    public <T> T ask(Class<T> role) {
        return role.cast(Objects.requireNonNull(roles.get(role), role::getName));
    }

    /**
     * The EC2 security groups that the test has registered.
     *
     * @return those of all regions
     */
    public Ec2SecurityGroups ec2SecurityGroups() {
        return ec2SecurityGroups;
    }

    /**
     * The subnets that the test has registered.
     *
     * @return those of this region
     */
    public Ec2Subnets ec2Subnets() {
        return ec2Subnets;
    }

    /**
     * The ARN of a resource of the mock's account in this region.
     *
     * @param type its type
     * @param name its name in any case
     * @return for example {@code arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup}; of a type that belongs to no
     *     region, without one
     */
    public String arn(ResourceType<?> type, String name) {
        return home(type).arnPrefix + type.arnName() + ":" + Table.key(name);
    }

    /**
     * What all ARNs of the mock's account in this region begin with.
     *
     * @return for example {@code arn:aws:elasticache:us-east-1:123456789012:}
     */
    public String arnPrefix() {
        return arnPrefix;
    }

    /**
     * Emits an event.
     *
     * @param type the type of the resource that it is about
     * @param name the name of the resource
     * @param message the service's wording
     */
    public void emit(ResourceType<?> type, String name, String message) {
        events.add(clock.instant(), type.sourceType(), Table.key(name), message);
    }

    /**
     * Schedules a status transition.
     *
     * @param step which kind it is: it says how long the transition takes
     * @param arn the ARN of the resource
     * @param aspect the part of the resource that changes; empty for the resource itself
     * @param from the status before
     * @param to the status after
     * @param effect what happens then
     */
    public void after(Delays.Step step, String arn, String aspect, String from, String to, Runnable effect) {
        after(duration(step), arn, aspect, from, to, effect);
    }

    /**
     * Schedules a status transition that takes more than one step.
     *
     * @param duration how long it takes, made of {@link #duration}s
     * @param arn the ARN of the resource
     * @param aspect the part of the resource that changes; empty for the resource itself
     * @param from the status before
     * @param to the status after
     * @param effect what happens then
     */
    public void after(Duration duration, String arn, String aspect, String from, String to, Runnable effect) {
        if (!lifeCycles.stays(arn, from)) {
            clock.timeline().after(duration, arn, aspect, from, to, effect);
        }
    }

    /**
     * Whether nodes can be created in an availability zone.
     *
     * @param availabilityZone its name
     * @return false if the test has taken its capacity away
     */
    public boolean hasCapacity(String availabilityZone) {
        return lifeCycles.hasCapacity(availabilityZone);
    }

    /**
     * The failure status in which the creation of a resource is planned to end.
     *
     * @param arn the ARN of the resource
     * @return the status that it ends in when creation would be over; null if it succeeds
     */
    public @Nullable String plannedFailure(String arn) {
        return lifeCycles.failureOf(arn);
    }

    /**
     * How long a step takes.
     *
     * @param step the step
     * @return its duration in virtual time: none in {@link ClockMode#INSTANT}
     */
    public Duration duration(Delays.Step step) {
        return duration(settings.delays().of(step));
    }

    /**
     * How long something takes.
     *
     * @param usual its duration when time matters
     * @return its duration in virtual time: none in {@link ClockMode#INSTANT}
     */
    public Duration duration(Duration usual) {
        return clockPolicy.delay(usual);
    }

    /**
     * Plans a status transition for a fixed instant, such as the next maintenance window.
     *
     * @param at when
     * @param arn the ARN of the resource
     * @param aspect the part of the resource that changes; empty for the resource itself
     * @param from the status before
     * @param to the status after
     * @param effect what happens then
     */
    public void plan(Instant at, String arn, String aspect, String from, String to, Runnable effect) {
        clock.timeline().plan(at, arn, aspect, from, to, effect);
    }

    /**
     * Runs something at a fixed instant that is no transition of a resource, and that nobody can wait for.
     *
     * @param at when; not before the present
     * @param effect what happens then
     */
    public void at(Instant at, Runnable effect) {
        clock.timeline().at(at, effect);
    }

    /**
     * Takes back the pending transitions of a resource and of its parts.
     *
     * @param arn the ARN of the resource
     */
    public void cancel(String arn) {
        clock.timeline().cancel(arn);
    }

    /**
     * Takes back the pending transitions of a part of a resource.
     *
     * @param arn the ARN of the resource
     * @param aspect the part of the resource; empty for the resource itself
     */
    public void cancel(String arn, String aspect) {
        clock.timeline().cancel(arn, aspect);
    }

    /**
     * Lets a family know of resources that are gone, about which it keeps something.
     *
     * @param effect what it does then, given the ARN of the resource
     */
    public void whenForgotten(Consumer<String> effect) {
        whenForgotten.add(effect);
    }

    /**
     * Forgets what is kept about a resource beside its table: its pending transitions, its tags, and what other families keep.
     *
     * @param arn the ARN of the resource
     */
    public void forget(String arn) {
        cancel(arn);
        tags.forget(arn);
        whenForgotten.forEach(effect -> effect.accept(arn));
    }
}
