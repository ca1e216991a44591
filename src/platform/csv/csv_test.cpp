#include "platform/csv/csv.hpp"

#include <gtest/gtest.h>

#include <random>

namespace hebra::csv {
namespace {

struct Read {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> lines;
    std::vector<std::string> broken;  ///< "line:cells:code"
};

Read read_all(std::string_view bytes, const Limits& limits = {}) {
    auto reader = Reader::open(bytes, limits);
    EXPECT_TRUE(reader);
    Read read;
    for (Row row; reader->next(row);) {
        if (row.broken) {
            read.broken.push_back(fmt::format("{}:{}:{}", row.line, row.cells.size(), row.broken->code));
            continue;
        }
        read.lines.push_back(row.line);
        read.rows.emplace_back(row.cells.begin(), row.cells.end());
    }
    return read;
}

std::string refusal_of(std::string_view bytes, const Limits& limits = {}) {
    auto reader = Reader::open(bytes, limits);
    return reader ? "" : std::string(reader.error().word.code);
}

using Rows = std::vector<std::vector<std::string>>;

TEST(Csv, reads_quotes_line_ends_and_positions) {
    const auto read = read_all("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n\r\nlast,\n");
    EXPECT_EQ(read.rows, (Rows{{"a", "b"}, {"x, \"y\"", "two\nlines"}, {"last", ""}}));
    EXPECT_EQ(read.lines, (std::vector<std::size_t>{1, 2, 5}));
}

TEST(Csv, reads_old_mac_line_ends_and_a_last_line_without_end) {
    EXPECT_EQ(read_all("a,b\rc,d").rows, (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(read_all("a\n\"q\"").rows, (Rows{{"a"}, {"q"}}));
}

TEST(Csv, finds_the_separator) {
    for (const char separator : {',', ';', '\t', '|'}) {
        const auto text = fmt::format("a{0}b{0}\"c,;|\td\"\n1{0}2{0}3\n", separator);
        EXPECT_EQ(read_all(text).rows, (Rows{{"a", "b", "c,;|\td"}, {"1", "2", "3"}})) << separator;
    }
}

TEST(Csv, a_broken_row_costs_only_itself) {
    const auto read = read_all("a,b\n1,\"open\n2,ok\n3,\"q\"x\n4,ok\n");
    EXPECT_EQ(read.rows, (Rows{{"a", "b"}, {"2", "ok"}, {"4", "ok"}}));
    EXPECT_EQ(read.lines, (std::vector<std::size_t>{1, 3, 5}));
    // The open quote runs to the next quote, on line 4, where text follows it.
    EXPECT_EQ(read.broken, (std::vector<std::string>{"2:1:csv_after_quote", "4:1:csv_after_quote"}));
    EXPECT_EQ(read_all("a\n\"open\nb\n").broken, (std::vector<std::string>{"2:0:csv_open_quote"}));
}

TEST(Csv, a_quote_inside_a_plain_cell_is_just_a_character) {
    EXPECT_EQ(read_all("a\nel \"Chat\" joven\n").rows, (Rows{{"a"}, {"el \"Chat\" joven"}}));
}

TEST(Csv, knows_the_encodings_that_spreadsheets_write) {
    const std::string utf16_little("\xFF\xFEn\0;\0\xF1\0\n\0", 10);
    const std::string utf16_big("\xFE\xFF\0n\0;\0\xF1\0\n", 10);
    const std::string unmarked("n\0a\0m\0e\0;\0\xF1\0\n\0", 14);
    struct Case {
        std::string bytes;
        Encoding encoding;
        std::string second;
    };
    for (const auto& [bytes, encoding, second] :
         std::initializer_list<Case>{{"n;\xC3\xB1\n", Encoding::utf8, "ñ"},
                                     {"\xEF\xBB\xBFn;\xC3\xB1\n", Encoding::utf8, "ñ"},
                                     {"n;\xF1\n", Encoding::windows_1252, "ñ"},
                                     {"n;\x80\n", Encoding::windows_1252, "€"},
                                     {utf16_little, Encoding::utf16, "ñ"},
                                     {utf16_big, Encoding::utf16, "ñ"},
                                     {unmarked, Encoding::utf16, "ñ"}}) {
        auto reader = Reader::open(bytes);
        ASSERT_TRUE(reader) << second;
        EXPECT_EQ(reader->encoding(), encoding) << second;
        Row row;
        ASSERT_TRUE(reader->next(row));
        EXPECT_TRUE(row.cells.front().starts_with("n"));
        EXPECT_EQ(row.cells[1], second);
    }
}

TEST(Csv, refuses_what_is_not_a_table_of_text) {
    EXPECT_EQ(refusal_of(std::string("a,b\n1,\0002\n", 9)), "csv_nul_byte");
    EXPECT_EQ(refusal_of(""), "csv_empty");
    EXPECT_EQ(refusal_of("\xEF\xBB\xBF \r\n"), "csv_empty");
    EXPECT_EQ(refusal_of("\xFF\xFE"
                         "abc"),
              "csv_not_text");
    EXPECT_EQ(refusal_of("a,b\n", {.bytes = 3}), "csv_too_large");
}

TEST(Csv, limits_columns_and_cells_row_by_row) {
    EXPECT_EQ(read_all("a,b\n1,2,3\n4,5\n", {.columns = 2}).broken, (std::vector<std::string>{"2:2:csv_too_many_columns"}));
    EXPECT_EQ(read_all("a\nlong\nok\n", {.cell_bytes = 3}).broken, (std::vector<std::string>{"2:0:csv_cell_too_long"}));
}

TEST(Csv, no_cell_starts_a_formula) {
    Writer writer(Writer::Mark::none);
    writer.row({"=1+1", "+56 9 0000 0001", "-7", "@x", "\tx", "a=b", "'=x", "'quoted'"});
    writer.row({" =1+1", "  @x", "\n=x", "' +1", " a=b"});
    EXPECT_EQ(writer.text(), "'=1+1,'+56 9 0000 0001,'-7,'@x,\"'\tx\",a=b,''=x,'quoted'\r\n"
                             "' =1+1,'  @x,\"'\n=x\",'' +1,\" a=b\"\r\n");
}

/// Text of the letters that make trouble. Seeded: every run tries the same cases.
std::string troublesome(std::mt19937& random, std::string_view letters) {
    std::string text(random() % 6, ' ');
    for (auto& c : text) c = letters[random() % letters.size()];
    return text;
}

TEST(Csv, what_is_written_is_read_back) {
    std::mt19937 random(20260918);
    for (int round = 0; round < 2000; ++round) {
        Rows rows{{"title", "two"}};
        for (auto count = random() % 4; count > 0; --count) {
            auto& row = rows.emplace_back(random() % 3 + 1);
            for (auto& cell : row) cell = troublesome(random, "a =+-@,;|'\"\t\r\n");
        }
        Writer writer;
        for (const auto& row : rows) writer.row(row);
        auto read = read_all(writer.text());
        for (auto& row : read.rows) {
            for (auto& cell : row) cell = unguard(cell);
        }
        ASSERT_EQ(read.rows, rows) << writer.text();
    }
}

TEST(Csv, any_bytes_are_read_or_refused_and_lines_only_grow) {
    std::mt19937 random(1810);
    for (int round = 0; round < 5000; ++round) {
        const std::string bytes = "a" + troublesome(random, "a,\"\"\n\r\xC3\xB1\xFF") + troublesome(random, ",\"\nx");
        auto reader = Reader::open(bytes);
        ASSERT_TRUE(reader);
        std::size_t last = 0;
        for (Row row; reader->next(row); last = row.line) ASSERT_GT(row.line, last) << bytes;
    }
}

}  // namespace
}  // namespace hebra::csv
