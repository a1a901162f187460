/**
 * Pictures of the revision graph in forms that other programs show. Begin with {@link
 * dev.limbeck.cli.picture.GraphPicture}.
 */
@NullMarked
package dev.limbeck.cli.picture;

import org.jspecify.annotations.NullMarked;
