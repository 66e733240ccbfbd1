package io.github.mockelasticache.samples.kotlin

import io.github.mockelasticache.ElastiCacheMock
import io.github.mockelasticache.junit5.MockElastiCache
import kotlin.reflect.typeOf
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** The mock's Java types say whether they may be null; Kotlin marks those of the SDK, which do not, with an exclamation mark. */
@MockElastiCache
class NullnessTest {
    @Test
    fun `Kotlin knows that the mock does not return null`(mock: ElastiCacheMock) {
        assertThat(kotlinTypeOf(mock.accountId())).startsWith("java.lang.String ")
        assertThat(kotlinTypeOf(mock.journal())).startsWith("io.github.mockelasticache.journal.Journal ")

        assertThat(kotlinTypeOf(mock.client().serviceName())).startsWith("java.lang.String! ")
    }

    private inline fun <reified T> kotlinTypeOf(@Suppress("UNUSED_PARAMETER") value: T) = typeOf<T>().toString()
}
