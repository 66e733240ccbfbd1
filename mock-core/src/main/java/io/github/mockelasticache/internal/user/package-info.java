/** The family of users and user groups: role-based access control (RBAC). */
@NullMarked
package io.github.mockelasticache.internal.user;

import org.jspecify.annotations.NullMarked;
