/**
 * Types that no vendor owns: what values a column holds, whatever its database calls that. A
 * dialect gives its {@link dev.limbeck.neutral.NeutralForms}.
 */
@NullMarked
package dev.limbeck.neutral;

import org.jspecify.annotations.NullMarked;
