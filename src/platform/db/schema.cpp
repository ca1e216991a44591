// The schema in words. Asks each database's own catalogue; both answer in the same shape.
#include <algorithm>
#include <regex>
#include <vector>

#include <fmt/format.h>

#include "platform/db/migrations.hpp"

namespace hebra::db {
namespace {

struct TableColumn {
    std::string name;
    std::string type;
    bool required;
    std::optional<std::string> initial;
};
BOOST_DESCRIBE_STRUCT(TableColumn, (), (name, type, required, initial))

struct Key {
    std::string kind;     ///< "primary key", "unique", "index", "unique index"
    std::string name;     ///< of indexes only: keys are named differently by each database
    std::string columns;  ///< "a, b DESC"
    std::optional<std::string> condition;
};
BOOST_DESCRIBE_STRUCT(Key, (), (kind, name, columns, condition))

struct Reference {
    std::string columns;
    std::string target;
    std::string target_columns;
    std::string on_delete;
};
BOOST_DESCRIBE_STRUCT(Reference, (), (columns, target, target_columns, on_delete))

/// The questions, in the dialect of one catalogue.
struct Catalogue {
    std::string_view tables, columns, keys, references;
};

constexpr Catalogue k_sqlite{
    .tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    .columns = R"sql(
        SELECT name, type, "notnull" AS required, dflt_value AS initial FROM pragma_table_info(:of) ORDER BY cid
    )sql",
    .keys = R"sql(
        SELECT CASE l.origin WHEN 'pk' THEN 'primary key' WHEN 'u' THEN 'unique'
                             ELSE CASE l."unique" WHEN 1 THEN 'unique index' ELSE 'index' END END AS kind,
               CASE l.origin WHEN 'c' THEN l.name ELSE '' END AS name,
               (SELECT group_concat(c.word, ', ')
                  FROM (SELECT coalesce(x.name, '(expression)') || CASE x."desc" WHEN 1 THEN ' DESC' ELSE '' END AS word
                          FROM pragma_index_xinfo(l.name) x WHERE x.key = 1 ORDER BY x.seqno) c) AS columns,
               CASE l.partial WHEN 1 THEN substr(m.sql, instr(upper(m.sql), ' WHERE ') + 7) END AS condition
          FROM pragma_index_list(:of) l LEFT JOIN sqlite_master m ON m.type = 'index' AND m.name = l.name
    )sql",
    .references = R"sql(
        SELECT group_concat("from", ', ') AS columns, "table" AS target, group_concat("to", ', ') AS target_columns,
               on_delete
          FROM (SELECT * FROM pragma_foreign_key_list(:of) ORDER BY id, seq) GROUP BY id
    )sql"};

constexpr Catalogue k_postgres{
    .tables = "SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = "
              "CAST(current_schema() AS regnamespace) ORDER BY relname",
    .columns = R"sql(
        SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
               pg_get_expr(d.adbin, d.adrelid) AS initial
          FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE a.attrelid = CAST(:of AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
         ORDER BY a.attnum
    )sql",
    .keys = R"sql(
        SELECT CASE WHEN i.indisprimary THEN 'primary key' WHEN c.oid IS NOT NULL THEN 'unique'
                    WHEN i.indisunique THEN 'unique index' ELSE 'index' END AS kind,
               CASE WHEN c.oid IS NULL THEN r.relname ELSE '' END AS name,
               (SELECT string_agg(CASE i.indkey[k - 1] WHEN 0 THEN '(expression)'
                                                       ELSE pg_get_indexdef(i.indexrelid, k, true) END
                                  || CASE i.indoption[k - 1] & 1 WHEN 1 THEN ' DESC' ELSE '' END, ', ' ORDER BY k)
                  FROM generate_series(1, i.indnkeyatts) k) AS columns,
               pg_get_expr(i.indpred, i.indrelid) AS condition
          FROM pg_index i JOIN pg_class r ON r.oid = i.indexrelid
          LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u')
         WHERE i.indrelid = CAST(:of AS regclass)
    )sql",
    .references = R"sql(
        SELECT (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY k(attnum, n)
                  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum) AS columns,
               t.relname AS target,
               (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(c.confkey) WITH ORDINALITY k(attnum, n)
                  JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.attnum) AS target_columns,
               CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'r' THEN 'RESTRICT' WHEN 'n' THEN 'SET NULL'
                                  WHEN 'd' THEN 'SET DEFAULT' ELSE 'NO ACTION' END AS on_delete
          FROM pg_constraint c JOIN pg_class t ON t.oid = c.confrelid
         WHERE c.conrelid = CAST(:of AS regclass) AND c.contype = 'f'
    )sql"};

std::string replace(const std::string& text, const char* pattern, const char* with) {
    return std::regex_replace(text, std::regex(pattern), with);
}

/// An expression without what PostgreSQL adds to it: casts, parentheses, `= ANY (ARRAY[…])` for IN.
std::string plain(std::string text) {
    text = replace(text, "::[a-z]+( varying)?(\\[\\])?", "");
    text = replace(text, "= ANY \\(\\(?ARRAY\\[([^\\]]*)\\]\\)?\\)", "IN $1");
    text = replace(text, "<> ALL \\(\\(?ARRAY\\[([^\\]]*)\\]\\)?\\)", "NOT IN $1");
    text = replace(text, "!=", "<>");
    text = replace(text, "[()]", " ");
    text = replace(text, "\\s+", " ");
    text = replace(text, " ?, ?", ", ");
    return replace(text, "^ | $", "");
}

std::string type_word(std::string type) {
    std::transform(type.begin(), type.end(), type.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return type == "BLOB" || type == "BYTEA" ? "BYTES" : type;
}

std::string describe(const TableColumn& column) {
    auto line = fmt::format("{} {}", column.name, type_word(column.type));
    if (column.required) line += " NOT NULL";
    if (column.initial) line += " DEFAULT " + plain(*column.initial);
    return line;
}

std::string describe(const Key& key) {
    auto line = fmt::format("{}{}{} ({})", key.kind, key.name.empty() ? "" : " ", key.name, key.columns);
    if (key.condition) line += " WHERE " + plain(*key.condition);
    return line;
}

std::string describe(const Reference& reference) {
    return fmt::format("foreign key ({}) references {} ({}){}", reference.columns, reference.target,
                       reference.target_columns,
                       reference.on_delete == "NO ACTION" ? "" : " on delete " + reference.on_delete);
}

template <class T>
void describe_all(const std::vector<T>& parts, bool sorted, std::string& text) {
    std::vector<std::string> lines;
    for (const auto& part : parts) lines.push_back(describe(part));
    if (sorted) std::sort(lines.begin(), lines.end());
    for (const auto& line : lines) text += "  " + line + "\n";
}

}  // namespace

std::string schema_text(Database& database) {
    const auto& ask = database.engine() == Engine::sqlite ? k_sqlite : k_postgres;
    return database.read([&](Reader& db) {
        std::string text;
        for (const auto& table : db.all<std::string>(ask.tables)) {
            if (table == "schema_migration") continue;
            text += fmt::format("{}table {}\n", text.empty() ? "" : "\n", table);
            describe_all(db.all<TableColumn>(ask.columns, {arg("of", table)}), false, text);
            describe_all(db.all<Key>(ask.keys, {arg("of", table)}), true, text);
            describe_all(db.all<Reference>(ask.references, {arg("of", table)}), true, text);
        }
        return text;
    });
}

}  // namespace hebra::db
