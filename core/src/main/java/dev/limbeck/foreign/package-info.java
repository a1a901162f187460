/**
 * Reads the folders of other migration tools: their names, headers and order become revisions of
 * ours. It writes nothing; {@link dev.limbeck.script.RevisionFileWriter} does.
 *
 * <p>Nothing is lost on the way: what a reader does not understand is a finding that names file and
 * line. Begin with {@link dev.limbeck.foreign.ForeignTool}.
 */
@NullMarked
package dev.limbeck.foreign;

import org.jspecify.annotations.NullMarked;
