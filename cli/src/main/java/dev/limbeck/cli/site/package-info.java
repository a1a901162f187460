/**
 * A static site that documents a schema: pages of HTML that need nothing from elsewhere. Begin with
 * {@link dev.limbeck.cli.site.SchemaSite}.
 */
@NullMarked
package dev.limbeck.cli.site;

import org.jspecify.annotations.NullMarked;
