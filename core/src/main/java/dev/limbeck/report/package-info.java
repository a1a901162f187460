/** What commands answer, as plain records that a program can read and a printer can print. */
@NullMarked
package dev.limbeck.report;

import org.jspecify.annotations.NullMarked;
