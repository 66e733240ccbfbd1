package io.github.mockelasticache.samples.provisioner;

import static io.github.mockelasticache.samples.provisioner.Store.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.BeforeFirst;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

@MockElastiCache
class InterruptTest {

    @Test
    void an_interrupted_run_ends_where_it_stands_and_the_next_one_takes_up_from_there(ElastiCacheMock mock) {
        ElastiCacheClient interrupted = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(config -> config.addExecutionInterceptor(new BeforeFirst(
                                "CreateReplicationGroup",
                                () -> Thread.currentThread().interrupt()))))
                .build();
        Provisioner provisioner = new Provisioner(interrupted, mock.clock(), mock.clock()::advance, Store.PATIENCE);

        assertThatThrownBy(() -> provisioner.provision(STORE)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();

        Report next = provisioner.provision(STORE);
        assertThat(next.of(Part.SUBNET_GROUP).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(next.of(Part.PARAMETER_GROUP).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(next.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void a_pause_that_is_cut_short_ends_a_drill(ElastiCacheMock mock) {
        Store.provisioner(mock).provision(STORE);
        Provisioner provisioner = new Provisioner(
                mock.client(),
                mock.clock(),
                duration -> {
                    throw new CancellationException("the operator has gone home");
                },
                Store.PATIENCE);

        assertThatThrownBy(() -> provisioner.failOver(STORE)).hasMessage("the operator has gone home");
    }
}
