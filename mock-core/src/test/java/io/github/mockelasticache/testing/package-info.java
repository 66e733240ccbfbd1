/** What the tests share: arrangement, and the sentences that hold for every refusal. */
@NullMarked
package io.github.mockelasticache.testing;

import org.jspecify.annotations.NullMarked;
