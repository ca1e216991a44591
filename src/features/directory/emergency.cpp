#include "features/directory/emergency.hpp"

#include <stdexcept>

#include "platform/csv/csv.hpp"

namespace hebra::embedded {
extern const std::string_view emergency_numbers_csv;
}

namespace hebra::directory {

std::vector<EmergencyNumber> shipped_emergency_numbers() {
    auto reader = csv::Reader::open(embedded::emergency_numbers_csv).value();
    csv::Row row;
    reader.next(row);  // titles
    std::vector<EmergencyNumber> numbers;
    while (reader.next(row)) {
        if (row.broken || row.cells.size() != 8) throw std::logic_error(fmt::format("emergency numbers: line {}", row.line));
        const auto cell = [&](std::size_t i) { return std::string(row.cells[i]); };
        numbers.push_back({.channel = {.kind = ChannelKind::phone, .contact = cell(0)},
                           .name = cell(1),
                           .use_when = cell(2),
                           .use_when_en = cell(3),
                           .source = cell(4),
                           .source_url = cell(5),
                           .as_of = cell(6),
                           .notes = cell(7)});
    }
    return numbers;
}

}  // namespace hebra::directory
