/** A mock as a program of its own, for people who want to try the AWS CLI by hand. */
@NullMarked
package io.github.mockelasticache.standalone;

import org.jspecify.annotations.NullMarked;
