#include "features/directory/topic.hpp"

#include <map>
#include <stdexcept>

#include "base/fold.hpp"
#include "features/directory/cells.hpp"
#include "platform/csv/csv.hpp"

namespace hebra::embedded {
extern const std::string_view topics_csv;
}

namespace hebra::directory {
namespace {

struct Facts {
    std::string code;
    std::string name;
    std::string name_en;
    std::optional<std::uint8_t> parent;  // its number
    bool is_crisis;
    std::vector<std::string> words;
};

struct Table {
    std::vector<Facts> facts;
    std::map<std::string, std::uint8_t, std::less<>> by_code;
    std::map<std::string, std::uint8_t, std::less<>> by_text;

    Table() {
        auto reader = csv::Reader::open(embedded::topics_csv).value();
        csv::Row row;
        reader.next(row);  // titles
        while (reader.next(row)) read(row);
        if (facts.size() > Topic::k_most) throw std::logic_error("embedded topics: too many");
    }

    void read(const csv::Row& row) {
        if (row.broken || row.cells.size() != 7) throw std::logic_error(fmt::format("embedded topics: line {}", row.line));
        const auto& cells = row.cells;
        const auto number = static_cast<std::uint8_t>(facts.size() + 1);
        Facts& made = facts.emplace_back();
        made.code = cells[0];
        if (!cells[1].empty()) made.parent = by_code.find(cells[1])->second;
        made.name = cells[2];
        made.name_en = cells[3];
        made.is_crisis = cells[4] == "yes";
        for (const auto word : list_in(cells[5])) made.words.push_back(fold(word));
        by_code.emplace(made.code, number);
        by_text.emplace(fold(made.code), number);
        by_text.emplace(fold(made.name), number);
        by_text.emplace(fold(made.name_en), number);
        for (const auto term : list_in(cells[6])) by_text.emplace(fold(term), number);
    }
};

const Table& table() {
    static const Table table;
    return table;
}

const Facts& facts_of(Topic topic) {
    static const Facts none{};
    return topic.is_nil() ? none : table().facts[topic.index()];
}

}  // namespace

Result<Topic> Topic::parse(std::string_view code) {
    const auto found = table().by_code.find(code);
    if (found == table().by_code.end()) return refuse(Refused::invalid, words::k_unknown_topic);
    return Topic(found->second);
}

std::span<const Topic> Topic::all() {
    static const auto all = [] {
        std::vector<Topic> topics;
        for (std::size_t i = 1; i <= table().facts.size(); ++i) topics.push_back(Topic(static_cast<std::uint8_t>(i)));
        return topics;
    }();
    return all;
}

std::string_view Topic::text() const {
    return facts_of(*this).code;
}
std::string_view Topic::name(Language language) const {
    return language == Language::en ? facts_of(*this).name_en : facts_of(*this).name;
}
std::optional<Topic> Topic::parent() const {
    const auto& parent = facts_of(*this).parent;
    if (!parent) return std::nullopt;
    return Topic(*parent);
}
bool Topic::is_crisis() const {
    return facts_of(*this).is_crisis;
}
const std::vector<std::string>& Topic::other_words() const {
    return facts_of(*this).words;
}

std::optional<Topic> find_topic(std::string_view text) {
    const auto found = table().by_text.find(fold(text));
    if (found == table().by_text.end()) return std::nullopt;
    return Topic::all()[found->second - 1U];
}

}  // namespace hebra::directory
