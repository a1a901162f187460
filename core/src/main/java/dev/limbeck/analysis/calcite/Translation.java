package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.QuerySetting;
import dev.limbeck.analysis.calcite.Shape.ShapeColumn;
import dev.limbeck.ddl.DdlFinding;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Suggestion;
import dev.limbeck.interpret.StatementTree;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * One translation of a statement: the relations it has named so far, and what was found. Not
 * thread-safe.
 */
final class Translation {
    /** A place that no finding is about. */
    static final SqlParserPos NOWHERE = SqlParserPos.ZERO;

    private final QuerySetting setting;
    private final StatementTree tree;
    private final Spelling spelling;
    private final RelationLookup lookup;
    private final List<SqlToken> tokens;

    /** Offsets of names that are known to mean nothing. */
    private final Set<Integer> settled;

    private final CalciteSchema root = CalciteSchema.createRootSchema(false, false);
    private final List<DdlFinding> findings = new ArrayList<>();
    private final Map<Integer, Column> columns = new HashMap<>();
    private final Map<Integer, String> qualifiers = new HashMap<>();
    private final Map<String, List<Shape>> shapes = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> closedAliases = new HashSet<>();
    private final Set<String> shared = new HashSet<>();
    private boolean natural;
    private boolean open;
    private int tables;

    Translation(
            QuerySetting setting,
            StatementTree tree,
            List<SqlToken> tokens,
            Spelling spelling,
            RelationLookup lookup,
            Set<Integer> settled) {
        this.setting = setting;
        this.tree = tree;
        this.spelling = spelling;
        this.lookup = lookup;
        this.tokens = tokens;
        this.settled = settled;
    }

    QuerySetting setting() {
        return setting;
    }

    Spelling spelling() {
        return spelling;
    }

    RelationLookup lookup() {
        return lookup;
    }

    CalciteSchema root() {
        return root;
    }

    List<DdlFinding> findings() {
        return findings;
    }

    /** Returns whether something in a FROM may have columns that are not known. */
    boolean isOpen() {
        return open;
    }

    boolean isSettled(int offset) {
        return settled.contains(offset);
    }

    void find(int offset, Diagnostic finding) {
        if (!isSettled(offset)) {
            findings.add(new DdlFinding(offset, finding));
        }
    }

    /** Returns the column that stands at a place. */
    Optional<Column> columnAt(int offset) {
        return Optional.ofNullable(columns.get(offset));
    }

    /** Remembers a name at a place that stands before a column or a star. */
    void qualifier(int offset, String name) {
        qualifiers.put(offset, name);
    }

    /** Returns the name at a place that stands before a column or a star. */
    Optional<String> qualifierAt(int offset) {
        return Optional.ofNullable(qualifiers.get(offset));
    }

    /** Returns what FROM names, by alias. */
    Map<String, List<Shape>> shapes() {
        return shapes;
    }

    /** Returns the names of all columns that the relations named so far have. */
    Set<String> known() {
        return known;
    }

    /** Makes a relation known under a name of the translation. */
    SqlIdentifier register(Shape shape, String alias, SqlParserPos position) {
        tables++;
        String name = "t" + tables;
        shape.columns().forEach(column -> known.add(column.key()));
        shapes.computeIfAbsent(alias, unused -> new ArrayList<>()).add(shape);
        if (shape.isOpen()) {
            open = true;
            root.add(name, new ShapeTable(() -> openColumns(shape)));
        } else {
            closedAliases.add(alias);
            root.add(name, new ShapeTable(shape::columns));
        }
        return new SqlIdentifier(name, position);
    }

    /** Says that a join makes one column of two that have the same name. */
    void share(String key) {
        shared.add(key);
    }

    /** Says that a join makes one column of any two that have the same name. */
    void shareAll() {
        natural = true;
    }

    /** Returns whether a name that several relations have may mean one column all the same. */
    boolean mayBeOne(String key) {
        return open || natural || shared.contains(key);
    }

    /**
     * Whatever the statement names by itself may be a column of an open relation, and so may what
     * stands behind a name that isn't that of a relation all of whose columns are known.
     */
    private List<ShapeColumn> openColumns(Shape shape) {
        WrittenNames written = WrittenNames.of(tokens, spelling);
        Set<String> keys = new TreeSet<>(written.bare());
        written.qualified()
                .forEach(
                        (alias, names) -> {
                            if (!closedAliases.contains(alias)) {
                                keys.addAll(names);
                            }
                        });
        shape.columns().forEach(column -> keys.remove(column.key()));
        List<ShapeColumn> all = new ArrayList<>(shape.columns());
        keys.forEach(key -> all.add(new ShapeColumn(key, key, Kind.ANY)));
        if (all.isEmpty()) {
            all.add(new ShapeColumn(" ", " ", Kind.ANY));
        }
        return all;
    }

    /** Returns the relation that a name in FROM means; one that isn't there is a finding. */
    Shape relation(Table table) {
        String name = spelling.name(table.getName());
        boolean query = name.equalsIgnoreCase("table") && spelling.isBare(table.getName());
        if (query || table.getNameParts().size() > 2 || table.getName().indexOf('@') >= 0) {
            return Shape.open(name);
        }
        String schemaName = table.getSchemaName();
        Optional<Shape> found;
        if (schemaName == null || schemaName.isEmpty()) {
            found = lookup.bare(name);
        } else {
            List<String> pieces = setting.names().pieces(schemaName + "." + table.getName());
            found =
                    pieces.size() == 2
                            ? lookup.qualified(pieces.get(0), name)
                            : Optional.of(Shape.open(name));
        }
        return found.orElseGet(() -> missing(table, name, schemaName));
    }

    private Shape missing(Table table, String name, @Nullable String of) {
        String shown =
                of == null || of.isEmpty() || spelling.name(of).isEmpty()
                        ? name
                        : spelling.name(of) + "." + name;
        Diagnostic plain =
                Diagnostic.error(ErrorCode.OBJECT_MISSING, "table " + shown + " does not exist");
        find(
                offset(table, table.getName()),
                Suggestion.hint(shown, lookup.names()).map(plain::withHint).orElse(plain));
        return Shape.open(shown);
    }

    /** Remembers where a column stands, and returns the place. */
    int placed(Column column) {
        int offset = offset(column, column.getColumnName());
        columns.put(offset, column);
        return offset;
    }

    /** Returns where a name stands in the statement: its last occurrence among a node's tokens. */
    int offset(ASTNodeAccess node, String name) {
        if (node.getASTNode() == null) {
            return 0;
        }
        Token first = node.getASTNode().jjtGetFirstToken();
        Token last = node.getASTNode().jjtGetLastToken();
        int found = first.absoluteBegin;
        for (Token token = first; token != null; token = token.next) {
            if (token.image.equals(name)) {
                found = token.absoluteBegin;
            }
            if (token == last) {
                break;
            }
        }
        return tree.source().applyAsInt(Math.max(0, found - 1));
    }

    /** Returns where a node begins in the statement. */
    int start(ASTNodeAccess node) {
        return node.getASTNode() == null
                ? 0
                : tree.source()
                        .applyAsInt(
                                Math.max(
                                        0, node.getASTNode().jjtGetFirstToken().absoluteBegin - 1));
    }

    /** Returns a place as Calcite tells it: all in the first line. */
    static SqlParserPos position(int offset) {
        return new SqlParserPos(1, offset + 1);
    }

    /** Returns the place in the statement that Calcite means. */
    static int offset(int column) {
        return Math.max(0, column - 1);
    }
}
