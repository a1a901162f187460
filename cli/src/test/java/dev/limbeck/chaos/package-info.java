/**
 * Campaigns that break things while the program runs: processes killed, servers killed, several
 * runs at once. Small in the build, large with {@code -Pcampaign}.
 *
 * <p>Start with {@link dev.limbeck.chaos.KillCampaign}.
 */
@NullMarked
package dev.limbeck.chaos;

import org.jspecify.annotations.NullMarked;
