/** The cache security group family. */
@NullMarked
package io.github.mockelasticache.internal.securitygroup;

import org.jspecify.annotations.NullMarked;
