package dev.limbeck.sql;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes up scripts, and lexicons to read them with, from a seed. */
final class ScriptGenerator {
    private static final List<String> PIECES =
            List.of(
                    "'",
                    "''",
                    "\"",
                    "`",
                    "[",
                    "]",
                    "(",
                    ")",
                    ";",
                    ";;",
                    "/",
                    "//",
                    "\n/\n",
                    "\n / \n",
                    "\\",
                    "\\.",
                    "\n\\.\n",
                    "\\g",
                    "\\G",
                    "\\N",
                    "\\i x",
                    "\\echo a",
                    "\\set ON_ERROR_STOP 1",
                    "\\\\",
                    "$",
                    "$$",
                    "$a$",
                    "$1",
                    "$a",
                    "a$$",
                    "END$$",
                    "--",
                    "-- ",
                    "--\n",
                    "#",
                    "/*",
                    "*/",
                    "/*!",
                    "/*!50003 ",
                    "/*M!",
                    "/*+",
                    "*",
                    "-",
                    "+",
                    "|",
                    "||",
                    ":",
                    "::",
                    ":=",
                    ":a",
                    "?",
                    ".",
                    "..",
                    "1",
                    "1.5e-3",
                    "0x1F",
                    "1e",
                    "2fa",
                    "E'",
                    "e'\\'",
                    "U&'",
                    "U&\"",
                    "N'",
                    "B'",
                    "q'[",
                    "]'",
                    "nq'{",
                    "}'",
                    "Q'x",
                    "x'",
                    "\r\n",
                    "\n",
                    "\r",
                    "\t",
                    " ",
                    "  ",
                    "\u00e9",
                    "\ud83d\ude00",
                    "\ud83d",
                    "\ufeff",
                    "\u0000",
                    "\u001a",
                    "\u00a0",
                    "a",
                    "B",
                    "_c",
                    "CREATE ",
                    "create or replace ",
                    "EDITIONABLE ",
                    "DEFINER=a@b ",
                    "PROCEDURE p() ",
                    "FUNCTION f() ",
                    "TRIGGER t ",
                    "FOR EACH ROW ",
                    "EVENT e ",
                    "PACKAGE BODY b ",
                    "TYPE t AS ",
                    "JAVA SOURCE j AS ",
                    "WRAPPED ",
                    "TABLE t ",
                    "BEGIN ",
                    "BEGIN ATOMIC ",
                    "BEGIN NOT ATOMIC ",
                    "END ",
                    "END;",
                    "END IF;",
                    "IF a THEN ",
                    "ELSE ",
                    "CASE ",
                    "WHEN ",
                    "LOOP ",
                    "END LOOP;",
                    "WHILE x DO ",
                    "REPEAT ",
                    "UNTIL y ",
                    "DECLARE ",
                    "<<l>> ",
                    "l: ",
                    "WITH ",
                    "SELECT ",
                    "DO ",
                    "INSERT INTO t VALUES (1)",
                    "COPY t FROM STDIN",
                    "COPY t FROM STDIN;\n1\n\\.\n",
                    "STDIN",
                    "FROM ",
                    "DELIMITER ",
                    "\nDELIMITER //\n",
                    "\nDELIMITER ;\n",
                    "\nDELIMITER GO\n",
                    "GO",
                    "\nSET DEFINE OFF\n",
                    "\nPROMPT it's -\n",
                    "REM x\n",
                    "\nEXIT\n",
                    "\n@x\n",
                    "\n-- limbeck: delimiter //\n",
                    "\n-- limbeck: delimiter ;\n",
                    "\n-- limbeck: delimiter /\n",
                    "\n-- limbeck: delimiter $$\n",
                    "\n-- limbeck: statement begin\n",
                    "\n-- limbeck: statement end\n",
                    "\n-- limbeck: ignore X y\n",
                    "-- limbeck: vars a",
                    "-- limbeck:",
                    "\nCREATE TABLE ",
                    "\nALTER ");

    private final Random random;

    ScriptGenerator(long seed) {
        random = new Random(seed);
    }

    /** Returns a script of up to so many pieces. */
    String script(int most) {
        StringBuilder script = new StringBuilder();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            script.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextInt(3) == 0) {
                script.append(' ');
            }
        }
        return script.toString();
    }

    /** Returns a script with a few places changed. */
    String mutated(String script) {
        StringBuilder changed = new StringBuilder(script);
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(changed.length() + 1);
            int end = Math.min(changed.length(), place + random.nextInt(6));
            switch (random.nextInt(3)) {
                case 0 -> changed.delete(place, end);
                case 1 -> changed.insert(place, PIECES.get(random.nextInt(PIECES.size())));
                default -> changed.insert(place, changed.substring(place, end));
            }
        }
        return changed.toString();
    }

    /** Returns a lexicon with any features, units and commands. */
    SqlLexicon lexicon(List<SqlLexicon> known) {
        EnumSet<LexicalFeature> features = EnumSet.noneOf(LexicalFeature.class);
        for (LexicalFeature feature : LexicalFeature.values()) {
            if (random.nextBoolean()) {
                features.add(feature);
            }
        }
        StoredPrograms.Body[] bodies = StoredPrograms.Body.values();
        StoredPrograms programs =
                new StoredPrograms(
                        bodies[random.nextInt(bodies.length)],
                        Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE", "JAVA"),
                        random.nextBoolean() ? Set.of("BEGIN", "DECLARE", "IF") : Set.of(),
                        Set.of("JAVA"));
        return new SqlLexicon(
                "any",
                features,
                programs,
                known.get(random.nextInt(known.size())).clientCommands());
    }
}
