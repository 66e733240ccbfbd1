package io.github.mockelasticache.samples.provisioner;

import static io.github.mockelasticache.samples.provisioner.Store.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import org.junit.jupiter.api.Test;

@MockElastiCache
class ReportTest {

    @Test
    void a_report_is_a_table_that_an_operator_can_read(ElastiCacheMock mock) {
        Report report = Store.provisioner(mock).provision(STORE);

        assertThat(report.toString().lines())
                .containsExactly(
                        "store is as asked for, 2025-01-01 00:10:20 UTC, after 10 min 20 s",
                        "  subnet group store       created  0 s          subnet-1, subnet-2",
                        "  parameter group store    created  0 s          maxmemory-policy=allkeys-lru",
                        "  replication group store  created  10 min 20 s  primary store-001, replica store-002");
    }

    @Test
    void the_report_of_a_run_that_turned_back_says_why(ElastiCacheMock mock) {
        Report report = Store.provisioner(mock).provision(STORE.withParameter("no-such", "1"));

        assertThat(report.toString().lines())
                .containsExactly(
                        "store is not as asked for, 2025-01-01 00:00:00 UTC, after 0 s, turned back after 0 s",
                        "  subnet group store       rolled back  0 s",
                        "  parameter group store    failed       0 s  InvalidParameterValue: Parameter no-such doesn't exist",
                        "  replication group store  untouched    0 s");
    }

    @Test
    void a_report_is_not_about_what_the_run_was_not_about(ElastiCacheMock mock) {
        Report report = Store.provisioner(mock).tearDown(STORE);

        assertThatThrownBy(() -> report.of(Part.SNAPSHOT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This run was not about a snapshot.");
    }
}
