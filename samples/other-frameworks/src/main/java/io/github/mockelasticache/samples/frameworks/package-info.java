/** The mock without JUnit Jupiter: a program here, JUnit 4 and TestNG among the tests. */
@NullMarked
package io.github.mockelasticache.samples.frameworks;

import org.jspecify.annotations.NullMarked;
