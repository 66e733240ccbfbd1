package io.github.mockelasticache;

import io.github.mockelasticache.fault.FaultPlans;
import io.github.mockelasticache.fault.LifeCyclePlans;
import io.github.mockelasticache.internal.catalog.AvailabilityZones;
import io.github.mockelasticache.internal.cluster.CacheClusters;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.ResourceType;
import io.github.mockelasticache.internal.engine.ResourceTypes;
import io.github.mockelasticache.internal.engine.Settings;
import io.github.mockelasticache.internal.engineversion.CacheEngineVersions;
import io.github.mockelasticache.internal.event.Events;
import io.github.mockelasticache.internal.global.GlobalReplicationGroups;
import io.github.mockelasticache.internal.json.Fixtures;
import io.github.mockelasticache.internal.json.Jackson;
import io.github.mockelasticache.internal.json.SnapshotJson;
import io.github.mockelasticache.internal.parameter.CacheParameterGroups;
import io.github.mockelasticache.internal.replication.ReplicationGroups;
import io.github.mockelasticache.internal.reserved.ReservedCacheNodes;
import io.github.mockelasticache.internal.sdk.CaptureTarget;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.internal.securitygroup.CacheSecurityGroups;
import io.github.mockelasticache.internal.serverless.ServerlessCaches;
import io.github.mockelasticache.internal.snapshot.CacheSnapshots;
import io.github.mockelasticache.internal.subnet.CacheSubnetGroups;
import io.github.mockelasticache.internal.tag.Tags;
import io.github.mockelasticache.internal.update.ServiceUpdates;
import io.github.mockelasticache.internal.user.Users;
import io.github.mockelasticache.internal.wire.LazyEndpoint;
import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Timeline;
import io.github.mockelasticache.time.VirtualClock;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheBaseClientBuilder;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.Subnet;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * An ElastiCache control plane in memory, with the clients to reach it and the clock that drives it.
 *
 * <pre>{@code
 * try (ElastiCacheMock mock = ElastiCacheMock.create()) {
 *     ElastiCacheClient client = mock.client();
 *     client.authorizeCacheSecurityGroupIngress(ingress -> ingress
 *             .cacheSecurityGroupName("default")
 *             .ec2SecurityGroupName("myec2group")
 *             .ec2SecurityGroupOwnerId("987654321021"));    // authorizing
 *     mock.clock().advance(Duration.ofMinutes(1));          // authorized
 * }
 * }</pre>
 *
 * <p>Mocks share nothing: any number of them can be used side by side. One mock is safe for use by several threads. The same
 * calls on a mock with the same settings give the same answers, request ids included.
 */
public final class ElastiCacheMock implements AutoCloseable {

    private static final Pattern SUBNET_ID = Pattern.compile("subnet-[A-Za-z0-9-]+");
    private static final Pattern VPC_ID = Pattern.compile("vpc-[A-Za-z0-9-]+");

    private static final List<ResourceType<?>> RESOURCE_TYPES = List.of(
            ResourceTypes.CACHE_CLUSTER,
            ResourceTypes.CACHE_PARAMETER_GROUP,
            ResourceTypes.CACHE_SECURITY_GROUP,
            ResourceTypes.CACHE_SUBNET_GROUP,
            ResourceTypes.GLOBAL_REPLICATION_GROUP,
            ResourceTypes.REPLICATION_GROUP,
            ResourceTypes.RESERVED_CACHE_NODE,
            ResourceTypes.SERVERLESS_CACHE,
            ResourceTypes.SERVERLESS_CACHE_SNAPSHOT,
            ResourceTypes.SNAPSHOT,
            ResourceTypes.USER,
            ResourceTypes.USER_GROUP);

    private static final String LOADING = "ElastiCacheMock.load()";

    private final Engine engine;
    private final ServedClients clients;
    private final LazyEndpoint endpoint;
    private final CaptureTarget captureTarget;

    ElastiCacheMock(Settings settings, boolean offline, int endpointPort) {
        this.engine = new Engine(
                settings,
                List.of(
                        new CacheSecurityGroups(),
                        new CacheClusters(),
                        new Users(),
                        new ReplicationGroups(),
                        new GlobalReplicationGroups(),
                        new CacheSubnetGroups(),
                        new CacheParameterGroups(),
                        new CacheSnapshots(),
                        new ServerlessCaches(),
                        new CacheEngineVersions(),
                        new ReservedCacheNodes(),
                        new ServiceUpdates(),
                        new Tags(RESOURCE_TYPES),
                        new Events()));
        this.clients = new ServedClients(engine);
        this.endpoint = new LazyEndpoint(engine, endpointPort);
        this.captureTarget = new CaptureTarget(endpoint::uri, settings.region(), offline);
    }

    /**
     * A mock with the default of every setting.
     *
     * @return a new mock
     */
    public static ElastiCacheMock create() {
        return builder().build();
    }

    /**
     * A mock with settings of its own.
     *
     * @return a new builder, with the default of every setting
     */
    public static ElastiCacheMockBuilder builder() {
        return new ElastiCacheMockBuilder();
    }

    /**
     * A client for the mock's own region.
     *
     * @return a new client, which is closed with the mock at the latest
     * @throws IllegalStateException on its calls, once the mock has been closed
     */
    public ElastiCacheClient client() {
        return client(region());
    }

    /**
     * A client for another region; state is kept region by region.
     *
     * @param region a region that the SDK knows
     * @return a new client, which is closed with the mock at the latest
     * @throws IllegalArgumentException if the SDK does not know the region
     */
    public ElastiCacheClient client(Region region) {
        return clients.client(Arguments.known(region));
    }

    /**
     * An asynchronous client for the mock's own region. Its futures are complete when they are returned.
     *
     * @return a new client, which is closed with the mock at the latest
     */
    public ElastiCacheAsyncClient asyncClient() {
        return asyncClient(region());
    }

    /**
     * An asynchronous client for another region. Its futures are complete when they are returned.
     *
     * @param region a region that the SDK knows
     * @return a new client, which is closed with the mock at the latest
     * @throws IllegalArgumentException if the SDK does not know the region
     */
    public ElastiCacheAsyncClient asyncClient(Region region) {
        return clients.asyncClient(Arguments.known(region));
    }

    /**
     * Configures a builder so that the client that it builds is served by this mock.
     *
     * <p>The builder keeps its region (without one it gets the mock's), interceptors, metric publishers, time-outs and retry
     * strategy, the latter without its delays: a retried call costs no real time. HTTP client, credentials, endpoint and
     * defaults mode are the mock's; do not set them afterwards.
     *
     * @param builder {@code ElastiCacheClient.builder()} or {@code ElastiCacheAsyncClient.builder()}
     * @param <B> its type
     * @param <C> the type of the client
     * @return the builder
     */
    public <B extends ElastiCacheBaseClientBuilder<B, C>, C extends SdkAutoCloseable> B configure(B builder) {
        return clients.configure(builder);
    }

    /**
     * Lets this mock answer the clients that code under test builds by itself, in whatever way, on the current thread.
     *
     * <p>A client that is built while a mock is active belongs to it for as long as the mock is open, on any thread. A client
     * that was built before, in a static field for example, goes to the mock that is active where it is used; on a thread
     * where none is, to the only active one, and with several its call fails. With no mock active nothing is captured. While
     * a mock is active, the SDK's system properties for region and credentials have values, unless you have set them.
     *
     * @return ends the activation when it is closed; closing the mock ends it too
     * @throws IllegalStateException if the mock has been closed
     */
    public SdkAutoCloseable activate() {
        return captureTarget.activate();
    }

    /**
     * The address of this mock for clients in any language: the service's Query API over plain HTTP on 127.0.0.1.
     *
     * <p>The endpoint is started when it is first asked for, and closed with the mock.
     *
     * @return for example {@code http://127.0.0.1:49152}
     * @throws IllegalStateException if the mock has been closed
     * @throws java.io.UncheckedIOException if the {@link ElastiCacheMockBuilder#endpointPort} is taken
     */
    public URI endpoint() {
        return endpoint.uri();
    }

    /**
     * The clock that drives the mock. Code under test that takes a {@link java.time.Clock} can share it.
     *
     * @return the clock
     */
    public VirtualClock clock() {
        return engine.clock();
    }

    /**
     * How virtual time moves while calls are made.
     *
     * @return the mode at this moment
     */
    public ClockMode clockMode() {
        return engine.clockMode();
    }

    /**
     * Changes how virtual time moves, from the next call on, until it is changed again or the mock is {@linkplain #reset
     * reset}. What is pending stays pending, at its instant, whatever the new mode.
     *
     * @param mode the new mode; {@link ClockMode#REAL_TIME} goes at the {@link ElastiCacheMockBuilder#timeFactor}
     * @return this mock
     * @throws IllegalStateException if the mock has been closed
     */
    public ElastiCacheMock clockMode(ClockMode mode) {
        engine.changeClockMode(Objects.requireNonNull(mode, "mode"));
        return this;
    }

    /**
     * The status transitions that are still to happen, and those that have happened.
     *
     * @return the time line
     */
    public Timeline timeline() {
        return engine.clock().timeline();
    }

    /**
     * What goes wrong with which calls: the plans that the mock was built with, and those that are added here.
     *
     * @return the fault plans
     */
    public FaultPlans faults() {
        return engine.faults();
    }

    /**
     * Which life cycles go wrong: the clusters and replication groups that cannot be created, and what never comes to an end.
     *
     * @return the plans, of which there are none at the start
     */
    public LifeCyclePlans lifeCycles() {
        return engine.lifeCycles();
    }

    /**
     * The calls that the mock has answered, through whatever door, with what each was refused for.
     *
     * <p>It keeps request and answer of each until the mock is closed or {@linkplain #reset reset}: one kilobyte a call, more
     * or less. Of a long run it keeps the last {@link ElastiCacheMockBuilder#journalLimit}.
     *
     * @return those until this moment
     */
    public Journal journal() {
        return engine.journal();
    }

    /**
     * The operations that this mock answers; any other one of the service fails with {@link UnsupportedOperationException}.
     *
     * @return the service's names of the operations, in order, by what their families are called
     */
    public Map<String, List<String>> operations() {
        return engine.operations();
    }

    /**
     * What exists at this moment, for people to read: a line for each resource, by region and type, without what the service
     * has in every region from the start. Can be asked of a closed mock too.
     *
     * @return the lines; {@code (none)} if there is nothing else
     */
    public String state() {
        return engine.changes().toString();
    }

    /**
     * The state as canonical JSON: what exists by region, in the shape that the AWS CLI prints, tags, and what is still to
     * happen, without what the service has in every region from the start; and what was done to bring it about. The same
     * calls on a mock with the same settings give the same text. Needs Jackson 3.
     *
     * @return the JSON, for {@link #load} and for comparison with a file
     * @throws IllegalStateException if Jackson is missing, the mock has been closed, there were more calls than its journal
     *     keeps, or the mock has had life cycle plans or zones without capacity, of which the JSON cannot tell
     */
    public String snapshot() {
        requireJackson("ElastiCacheMock.snapshot()");
        return SnapshotJson.write(engine.state());
    }

    /**
     * Loads files: what {@code aws elasticache describe-cache-security-groups} and the other describe commands print, to be
     * added to what exists; or one {@linkplain #snapshot snapshot}, which takes the place of all that is, clock and pending
     * transitions included. Resources that use each other may be in several files of one call. All is loaded, or nothing.
     * Needs Jackson 3.
     *
     * <p>From the outside cache security groups, subnet groups, parameter groups, cache clusters, replication groups, serverless
     * caches, snapshots of either kind, reserved cache nodes, users and user groups can be loaded; what was under way begins anew.
     * A replication group needs its members among the cache clusters and its user groups, and these their users. Parameters
     * ({@code describe-cache-parameters}) need a member {@code CacheParameterGroupName} beside them, and tags ({@code
     * list-tags-for-resource}) one {@code ResourceName}; events are taken over at their dates. {@code Region} in a file says where
     * all of it was described, unless an ARN does. What cannot be described again as it was is an error. A snapshot of a mock
     * brings back everything.
     *
     * @param files resources on the class path, or paths of files
     * @return this mock
     * @throws io.github.mockelasticache.fixture.FixtureException if a file is not found or does not fit, with file, JSON
     *     pointer and fix
     * @throws IllegalStateException if Jackson is missing or the mock has been closed
     */
    public ElastiCacheMock load(String... files) {
        requireJackson(LOADING);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : files) {
            texts.put(file, FixtureFiles.text(file));
        }
        return loadTexts(texts);
    }

    /**
     * Loads JSON, as {@link #load} loads files.
     *
     * @param json the text
     * @return this mock
     * @throws io.github.mockelasticache.fixture.FixtureException if it does not fit, with JSON pointer and fix
     * @throws IllegalStateException if Jackson is missing or the mock has been closed
     */
    public ElastiCacheMock loadJson(String json) {
        requireJackson(LOADING);
        return loadTexts(Map.of("JSON", json));
    }

    private ElastiCacheMock loadTexts(Map<String, String> texts) {
        new Fixtures(engine, RESOURCE_TYPES).load(texts);
        return this;
    }

    private static void requireJackson(String purpose) {
        if (!Jackson.isPresent()) {
            throw new IllegalStateException(Jackson.missing(purpose));
        }
    }

    /**
     * Looks a resource up as it is at this moment, without a call: nothing is recorded, and no time moves.
     *
     * @param region the region that it is in; any of the partition for a global replication group, which is in none
     * @param type the SDK's model class of a resource that has a name of its own, for example {@code CacheCluster}
     * @param name its name or id in any case
     * @param <T> that class
     * @return the resource with all that Describe operations can tell of it; empty if there is none of that name
     * @throws IllegalArgumentException if the mock knows no resources of the type, or the SDK does not know the region
     * @throws IllegalStateException if the mock has been closed
     */
    public <T> Optional<T> find(Region region, Class<T> type, String name) {
        ResourceType<?> resources = RESOURCE_TYPES.stream()
                .filter(each -> each.model() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There are no resources of the type "
                        + type.getSimpleName() + "; there are "
                        + RESOURCE_TYPES.stream()
                                .map(each -> each.model().getSimpleName())
                                .collect(Collectors.joining(", "))
                        + "."));
        return engine.find(Arguments.known(region), resources, name).map(type::cast);
    }

    /**
     * The region of clients for which none is named.
     *
     * @return the region
     */
    public Region region() {
        return engine.settings().region();
    }

    /**
     * The account that owns every resource.
     *
     * @return twelve digits
     */
    public String accountId() {
        return engine.settings().accountId();
    }

    /**
     * Lets an EC2 security group exist, so that a mock with {@link ElastiCacheMockBuilder#strictEc2} lets ingress from it be authorized.
     *
     * @param region the region that it is in
     * @param ownerId the account that owns it: twelve digits
     * @param name its name, which is not blank
     * @return this mock
     * @throws IllegalArgumentException if an argument is not of that form
     */
    public ElastiCacheMock registerEc2SecurityGroup(Region region, String ownerId, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of an EC2 security group must not be blank.");
        }
        engine.registerEc2SecurityGroup(Arguments.known(region), Arguments.twelveDigits("ownerId", ownerId), name);
        return this;
    }

    /**
     * Takes the mock back to its start, as if it had just been built: no resources but the service's own, no tags, events or
     * registered EC2 security groups and subnets, an empty time line and journal, the same identifiers again, and the clock at
     * its first instant, in the mode and with the fault plans that the mock was built with. This is the one way in which the
     * clock moves backwards. Clients and endpoint stay usable.
     *
     * @throws IllegalStateException if the mock has been closed
     */
    public void reset() {
        engine.reset();
    }

    /**
     * Lets a subnet for IPv4 exist, so that cache subnet groups show the VPC and the availability zone that it is given here.
     *
     * <p>Without {@link ElastiCacheMockBuilder#strictEc2} a subnet that is not registered is taken to be in the account's default VPC, in a
     * zone that follows from its id. The subnets of the {@code default} cache subnet group always exist.
     *
     * @param region the region that it is in
     * @param subnetId its id, which begins with {@code subnet-}; one that is registered already is replaced for later requests
     * @param vpcId the id of its VPC, which begins with {@code vpc-}
     * @param availabilityZone the name of an availability zone of the region
     * @return this mock
     * @throws IllegalArgumentException if an argument is not of that form
     */
    public ElastiCacheMock registerSubnet(Region region, String subnetId, String vpcId, String availabilityZone) {
        return registerSubnet(
                region,
                vpcId,
                Subnet.builder()
                        .subnetIdentifier(subnetId)
                        .subnetAvailabilityZone(zone -> zone.name(availabilityZone))
                        .supportedNetworkTypes(NetworkType.IPV4)
                        .build());
    }

    /**
     * Lets a subnet exist that is on an outpost, or supports other network types than IPv4.
     *
     * @param region the region that it is in
     * @param vpcId the id of its VPC, which begins with {@code vpc-}
     * @param subnet the subnet as cache subnet groups are to show it, with id, availability zone and network types
     * @return this mock
     * @throws IllegalArgumentException if an argument is not of that form
     * @see #registerSubnet(Region, String, String, String)
     */
    public ElastiCacheMock registerSubnet(Region region, String vpcId, Subnet subnet) {
        Arguments.requireForm("id of a subnet", SUBNET_ID, subnet.subnetIdentifier(), "subnet-0a1b2c3d");
        Arguments.requireForm("id of a VPC", VPC_ID, vpcId, "vpc-0a1b2c3d");
        AvailabilityZone zone = subnet.subnetAvailabilityZone();
        if (zone == null || zone.name() == null || !AvailabilityZones.exists(Arguments.known(region), zone.name())) {
            throw new IllegalArgumentException("The subnet " + subnet.subnetIdentifier()
                    + " must be in an availability zone of " + region + ", which are "
                    + String.join(", ", AvailabilityZones.of(region)) + ", but is in "
                    + (zone == null ? "none" : zone.name()) + ".");
        }
        if (subnet.supportedNetworkTypes().isEmpty()) {
            throw new IllegalArgumentException(
                    "The subnet " + subnet.subnetIdentifier() + " must support a network type, for example ipv4.");
        }
        engine.registerSubnet(region, vpcId, subnet);
        return this;
    }

    /**
     * Lets the node of a cluster fail in the mock's own region.
     *
     * @param cacheClusterId the id of the cluster: the member of a replication group, or one on its own
     * @return this mock
     * @see #failNode(Region, String)
     */
    public ElastiCacheMock failNode(String cacheClusterId) {
        return failNode(region(), cacheClusterId);
    }

    /**
     * Lets the node of a cluster fail; of a Memcached cluster with several, the first. If it is the primary of a node group with
     * automatic failover and a replica, the replica is promoted: roles, endpoints and events follow as the clock moves. Any other
     * node is replaced in place.
     *
     * @param region the region of the cluster
     * @param cacheClusterId the id of the cluster: the member of a replication group, or one on its own
     * @return this mock
     * @throws IllegalArgumentException if there is no such cluster
     * @throws IllegalStateException if it, or its replication group, is not available
     */
    public ElastiCacheMock failNode(Region region, String cacheClusterId) {
        engine.failNode(Arguments.known(region), cacheClusterId);
        return this;
    }

    /**
     * Takes away the capacity of an availability zone: who asks for a node there is refused with {@code
     * InsufficientCacheClusterCapacity}, and the service's own choice avoids the zone. What exists there stays.
     *
     * @param availabilityZone the name of an availability zone, for example {@code us-east-1a}
     * @return this mock
     * @throws IllegalArgumentException if there is no such zone
     */
    public ElastiCacheMock withoutCapacity(String availabilityZone) {
        engine.capacity(Arguments.existing(availabilityZone), false);
        return this;
    }

    /**
     * Gives an availability zone its capacity back.
     *
     * @param availabilityZone the name of an availability zone, for example {@code us-east-1a}
     * @return this mock
     * @throws IllegalArgumentException if there is no such zone
     */
    public ElastiCacheMock withCapacity(String availabilityZone) {
        engine.capacity(Arguments.existing(availabilityZone), true);
        return this;
    }

    /** Closes the mock and its clients. Calls made with them afterwards fail with a message that says so. */
    @Override
    public void close() {
        engine.close();
        captureTarget.close();
        clients.close();
        endpoint.close();
    }
}
