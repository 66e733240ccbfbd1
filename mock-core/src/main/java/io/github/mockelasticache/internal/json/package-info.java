/** All JSON that the mock writes: resources in the shape that the AWS CLI prints. The only code that knows Jackson. */
@NullMarked
package io.github.mockelasticache.internal.json;

import org.jspecify.annotations.NullMarked;
