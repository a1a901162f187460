package dev.limbeck.diff;

import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.TablePartVisitor;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.util.Locale;

/** How changes speak of what they change. */
final class Words {
    private Words() {}

    /** Returns the second half of a change's name for an object: {@code MaterializedView}. */
    static String noun(SchemaObject object) {
        if (object instanceof Routine routine) {
            return routine.type().noun();
        }
        if (object instanceof OpaqueObject opaque) {
            return noun(opaque.type());
        }
        return object.id().kind().noun();
    }

    static String noun(ObjectId id) {
        return id.kind() == ObjectKind.OPAQUE ? noun(id.detail()) : id.kind().noun();
    }

    /** Returns words in lower case as one word: {@code PackageBody}. */
    private static String noun(String words) {
        StringBuilder noun = new StringBuilder();
        for (String word : words.split(" ")) {
            if (!word.isEmpty()) {
                noun.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return noun.toString();
    }

    /** Returns what a sentence calls an object: {@code function}. */
    static String label(SchemaObject object) {
        return object instanceof Routine routine ? routine.type().label() : object.id().label();
    }

    /** Returns an object's name for listings. */
    static String name(ObjectId id) {
        return id.listed();
    }

    /** Returns the second half of a change's name for a part: {@code ForeignKey}. */
    static String noun(TablePart part) {
        return part.accept(new PartNoun());
    }

    /** Returns what a sentence calls a part: {@code foreign key}. */
    static String label(TablePart part) {
        return part.accept(new PartLabel());
    }

    /** Returns a part's name for listings: an index bears its own, others their relation's too. */
    static String name(ObjectId owner, TablePart part) {
        return part instanceof Index
                ? owner.name().sibling(part.name().toString()).toString()
                : owner.name() + "." + part.name();
    }

    private static final class PartNoun implements TablePartVisitor<String> {
        @Override
        public String primaryKey(PrimaryKey key) {
            return "PrimaryKey";
        }

        @Override
        public String unique(Unique unique) {
            return "Unique";
        }

        @Override
        public String foreignKey(ForeignKey key) {
            return "ForeignKey";
        }

        @Override
        public String check(Check check) {
            return "Check";
        }

        @Override
        public String exclusion(Exclusion exclusion) {
            return "Exclusion";
        }

        @Override
        public String index(Index index) {
            return "Index";
        }

        @Override
        public String trigger(Trigger trigger) {
            return "Trigger";
        }

        @Override
        public String policy(Policy policy) {
            return "Policy";
        }

        @Override
        public String attachment(Attachment attachment) {
            return noun(attachment.type());
        }
    }

    private static final class PartLabel implements TablePartVisitor<String> {
        @Override
        public String primaryKey(PrimaryKey key) {
            return key.label();
        }

        @Override
        public String unique(Unique unique) {
            return unique.label();
        }

        @Override
        public String foreignKey(ForeignKey key) {
            return key.label();
        }

        @Override
        public String check(Check check) {
            return check.label();
        }

        @Override
        public String exclusion(Exclusion exclusion) {
            return exclusion.label();
        }

        @Override
        public String index(Index index) {
            return index.unique() ? "unique index" : "index";
        }

        @Override
        public String trigger(Trigger trigger) {
            return "trigger";
        }

        @Override
        public String policy(Policy policy) {
            return "policy";
        }

        @Override
        public String attachment(Attachment attachment) {
            return attachment.type();
        }
    }
}
