package dev.limbeck.postgres.type;

import dev.limbeck.expression.SqlType;
import dev.limbeck.postgres.type.BuiltinTypes.CastContext;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Which types become which others unasked, the types of one schema among them. */
final class PostgresCoercions {
    private final Schema schema;
    private final BuiltinTypes builtins = BuiltinTypes.get();

    PostgresCoercions(Schema schema) {
        this.schema = schema;
    }

    /** Returns the type beneath a domain; any other type as it is. */
    SqlType base(SqlType type) {
        SqlType base = type;
        for (int depth = 0; depth < 10 && !base.array(); depth++) {
            Optional<Domain> domain =
                    isBuiltin(base)
                            ? Optional.empty()
                            : schema.find(ObjectId.of(ObjectKind.DOMAIN, base.name()))
                                    .map(Domain.class::cast);
            if (domain.isEmpty()) {
                return base;
            }
            base = PostgresTypeNames.of(domain.get().type());
        }
        return base;
    }

    boolean isBuiltin(SqlType type) {
        return type.name().inDefaultSchema() && builtins.isType(type);
    }

    boolean isEnum(SqlType type) {
        return !type.array()
                && !isBuiltin(type)
                && schema.find(ObjectId.of(ObjectKind.ENUM_TYPE, type.name())).isPresent();
    }

    /** Returns whether values of a type are rows. */
    boolean isRow(SqlType type) {
        return !type.array()
                && (type.is("record")
                        || schema.find(ObjectId.of(ObjectKind.COMPOSITE_TYPE, type.name()))
                                .isPresent()
                        || schema.relation(type.name()).isPresent());
    }

    /** Returns the letter of a type's category. */
    char category(SqlType type) {
        Optional<Character> letter =
                isBuiltin(type) || type.array() ? builtins.category(type) : Optional.empty();
        return letter.orElseGet(() -> isEnum(type) ? 'E' : isRow(type) ? 'C' : 'U');
    }

    boolean isPreferred(SqlType type) {
        return builtins.isPreferred(type);
    }

    /** Returns whether a type is the preferred one of another's category. */
    boolean isPreferredFor(SqlType type, SqlType candidate) {
        return category(type) == category(candidate) && isPreferred(candidate);
    }

    /** Returns whether a value of one type becomes another unasked. */
    boolean isImplicit(SqlType from, SqlType to) {
        if (from.equals(to) || from.equals(SqlType.UNKNOWN)) {
            return true;
        }
        if (!from.isKnown()) {
            return false;
        }
        if (to.name().inDefaultSchema() && !to.array()) {
            switch (to.name().name()) {
                case "\"any\"", "anyelement", "anycompatible":
                    return true;
                case "anyarray", "anycompatiblearray":
                    return from.array();
                case "anynonarray", "anycompatiblenonarray":
                    return !from.array();
                case "anyenum":
                    return isEnum(from);
                case "anyrange", "anycompatiblerange":
                    return category(from) == 'R' && from.name().name().endsWith("range");
                case "anymultirange", "anycompatiblemultirange":
                    return from.name().name().endsWith("multirange");
                case "record":
                    return isRow(from);
                default:
                    break;
            }
        }
        if (from.array() || to.array()) {
            return from.array() && to.array() && isImplicit(from.element(), to.element());
        }
        return builtins.cast(from, to).filter(CastContext.IMPLICIT::equals).isPresent();
    }

    /** Returns the type that values of several types become where they meet. */
    Optional<SqlType> common(List<SqlType> types) {
        if (types.isEmpty() || types.stream().anyMatch(type -> !type.isKnown())) {
            return Optional.empty();
        }
        SqlType first = types.get(0).bare();
        if (types.stream().allMatch(type -> type.bare().equals(first)) && !first.is("unknown")) {
            return Optional.of(first);
        }
        SqlType common = SqlType.UNKNOWN;
        for (SqlType each : types) {
            SqlType next = base(each).bare();
            if (next.equals(SqlType.UNKNOWN) || next.equals(common)) {
                continue;
            }
            if (common.equals(SqlType.UNKNOWN)) {
                common = next;
            } else if (category(common) != category(next)) {
                return Optional.empty();
            } else if (!isPreferred(common)
                    && isImplicit(common, next)
                    && !isImplicit(next, common)) {
                common = next;
            }
        }
        return Optional.of(common.equals(SqlType.UNKNOWN) ? SqlType.of("text") : common);
    }
}
