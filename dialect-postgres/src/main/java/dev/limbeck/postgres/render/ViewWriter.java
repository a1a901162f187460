package dev.limbeck.postgres.render;

import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.View;
import java.util.Locale;

/** Writes views and materialized views. */
final class ViewWriter {

    private ViewWriter() {}

    static String create(View view) {
        return "CREATE VIEW " + definition(view);
    }

    static String replace(View view) {
        return "CREATE OR REPLACE VIEW " + definition(view);
    }

    private static String definition(View view) {
        String check =
                view.options()
                        .get(OptionNames.CHECK_OPTION)
                        .map(kind -> "\nWITH " + kind.toUpperCase(Locale.ROOT) + " CHECK OPTION")
                        .orElse("");
        return SqlNames.write(view.name())
                + aliases(view.query())
                + StorageOptions.with(view.options().without(OptionNames.CHECK_OPTION))
                + " AS\n"
                + SqlText.write(view.query().text())
                + check;
    }

    private static String aliases(Query query) {
        return query.aliases().isEmpty() ? "" : " (" + SqlNames.list(query.aliases()) + ")";
    }

    static String create(MaterializedView view) {
        Options options = view.options();
        String method =
                options.get(OptionNames.ACCESS_METHOD)
                        .map(name -> " USING " + SqlNames.write(name))
                        .orElse("");
        String place =
                options.get(Options.TABLESPACE)
                        .map(name -> " TABLESPACE " + SqlNames.write(name))
                        .orElse("");
        Options storage =
                TableWriter.storage(options).without(Options.TABLESPACE).without("with_no_data");
        String data = options.has("with_no_data") ? "\nWITH NO DATA" : "";
        return "CREATE MATERIALIZED VIEW "
                + SqlNames.write(view.name())
                + aliases(view.query())
                + method
                + StorageOptions.with(storage)
                + place
                + " AS\n"
                + SqlText.write(view.query().text())
                + data;
    }
}
