// A stranger's table: rows only go forward, and what is written of them is read back the same.
#include "platform/csv/csv.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace csv = hebra::csv;

HEBRA_FUZZ(csv) {
    auto reader = csv::Reader::open(bytes);
    if (!reader) return;
    csv::Row row;
    std::size_t last = 0;
    std::vector<std::vector<std::string>> rows;
    csv::Writer writer;
    while (reader->next(row)) {
        hebra::fuzz::must(row.line > last);
        last = row.line;
        if (!row.broken) writer.row(rows.emplace_back(row.cells.begin(), row.cells.end()));
    }
    if (rows.empty()) return;
    auto again = csv::Reader::open(writer.text());
    hebra::fuzz::must(again.has_value());
    for (const auto& cells : rows) {
        hebra::fuzz::must(again->next(row) && !row.broken);
        hebra::fuzz::must(std::ranges::equal(cells, row.cells, {}, {}, csv::unguard));
    }
    hebra::fuzz::must(!again->next(row));
}
