/**
 * A database schema as a value: immutable records for every kind of object, one {@link
 * dev.limbeck.schema.Schema} that holds them all, and the {@link dev.limbeck.schema.SchemaEditor}
 * that makes the next one.
 *
 * <p>Names are folded by whoever makes the record, never here; nothing here is quoted or rendered.
 * Equality is equality of normal forms: where a record keeps a text as written beside its canonical
 * form, only the canonical form is compared. In normal form, what equals the server's default is
 * absent. Objects refer to each other by name.
 *
 * <p>Start with {@link dev.limbeck.schema.Schema} and {@link dev.limbeck.schema.SchemaObject}. The
 * steps from one schema to another live in {@code dev.limbeck.diff}.
 */
@NullMarked
package dev.limbeck.schema;

import org.jspecify.annotations.NullMarked;
