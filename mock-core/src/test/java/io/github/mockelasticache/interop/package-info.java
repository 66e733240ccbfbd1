/**
 * The genuine AWS CLI and boto3 against the endpoint of a mock: what the documents print is run as it is printed there. Tests
 * of a tool that is not installed are skipped.
 */
@NullMarked
package io.github.mockelasticache.interop;

import org.jspecify.annotations.NullMarked;
