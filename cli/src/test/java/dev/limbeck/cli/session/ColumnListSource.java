package dev.limbeck.cli.session;

import dev.limbeck.autogenerate.SchemaReading;
import dev.limbeck.autogenerate.SchemaSource;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A desired state of somebody's own: a file with a line {@code table column type} a column. */
public final class ColumnListSource implements SchemaSource {
    @Override
    public String scheme() {
        return "columns";
    }

    @Override
    public SchemaReading read(Request request) {
        Path file = request.folder().resolve(request.argument());
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String[] words = line.split(" ", -1);
            if (words.length == 3) {
                tables.computeIfAbsent(fold(request, words[0]), name -> new ArrayList<>())
                        .add(Column.of(fold(request, words[1]), ColumnType.of(words[2])));
            } else {
                findings.add(
                        Diagnostic.warning(
                                ErrorCode.NOT_MODELLED,
                                "'" + line + "' is no column",
                                new SourceLocation(Path.of(request.argument()), number, 1)));
            }
        }
        List<SchemaObject> objects = new ArrayList<>();
        request.before().objects().forEach(objects::add);
        tables.forEach((name, columns) -> objects.add(Table.of(QualifiedName.of(name), columns)));
        return new SchemaReading(Schema.of(objects), findings);
    }

    private static String fold(Request request, String name) {
        return request.dialect().dialect().identifiers().fold(name);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new SchemaException(
                    Diagnostic.error(ErrorCode.FILE_UNREADABLE, "no list of columns: " + e), e);
        }
    }
}
