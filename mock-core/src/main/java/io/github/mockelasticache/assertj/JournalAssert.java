package io.github.mockelasticache.assertj;

import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.journal.RecordedCall;
import java.util.stream.StreamSupport;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/** Assertions on a journal: all of those on a list of calls, and those on what was received. */
public class JournalAssert
        extends AbstractListAssert<JournalAssert, Journal, RecordedCall, ObjectAssert<RecordedCall>> {

    private @Nullable SoftAssertionsProvider soft;

    /**
     * Assertions on a journal; {@link MockElastiCacheAssertions#assertThat(Journal)} is the way to them.
     *
     * @param actual the journal
     */
    public JournalAssert(@Nullable Journal actual) {
        super(actual, JournalAssert.class);
    }

    /** Lets assertions to which these ones lead fail softly too. */
    final JournalAssert softly(SoftAssertionsProvider provider) {
        this.soft = provider;
        return myself;
    }

    /**
     * Leads to the assertions on the calls with a request of one type.
     *
     * @param type the SDK's class of the request
     * @param <Q> that class
     * @return the assertions on their number
     */
    public final <Q extends ElastiCacheRequest> ReceivedAssert<Q> received(Class<Q> type) {
        return EvidenceAssert.described(this, ReceivedAssert.of(actual, type, soft));
    }

    @Override
    protected ObjectAssert<RecordedCall> toAssert(@Nullable RecordedCall value, String description) {
        return new ObjectAssert<RecordedCall>(value).as(description);
    }

    @Override
    protected JournalAssert newAbstractIterableAssert(Iterable<? extends RecordedCall> iterable) {
        return new JournalAssert(Journal.of(
                StreamSupport.stream(iterable.spliterator(), false)
                        .<RecordedCall>map(call -> call)
                        .toList(),
                actual == null ? 0 : actual.forgotten()));
    }
}
