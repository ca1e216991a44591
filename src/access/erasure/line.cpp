#include "access/erasure/line.hpp"

#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hebra::access {
namespace {

constexpr std::string_view k_none = "-";
constexpr std::string_view k_withdrawn = "withdrawn";  // in the place of a person

std::string joined(const std::vector<SubjectId>& ids) {
    std::vector<std::string> texts;
    for (const auto& id : ids) texts.push_back(id.text());
    return texts.empty() ? std::string(k_none) : fmt::format("{}", fmt::join(texts, ","));
}

std::optional<std::vector<SubjectId>> parse_ids(const std::string& text) {
    std::vector<SubjectId> ids;
    if (text == k_none) return ids;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
        const auto id = Uuid::parse(part);
        if (!id) return std::nullopt;
        ids.push_back(*id);
    }
    return ids;
}

/// "seq micros institution person own shared", before its mac.
std::string told_of(const Erasure& erasure) {
    return fmt::format("{} {} {} {} {} {}", erasure.seq, to_micros(erasure.at), erasure.institution.text(), erasure.person.text(),
                       joined(erasure.own), joined(erasure.shared));
}

/// "seq micros institution withdrawn permissions travelled".
std::string told_of(const TakenBack& withdrawal) {
    return fmt::format("{} {} {} {} {} {}", withdrawal.seq, to_micros(withdrawal.at), withdrawal.institution.text(), k_withdrawn,
                       joined(withdrawal.permissions), joined(withdrawal.travelled));
}

}  // namespace

std::string words_of(const Line& line) {
    return std::visit([](const auto& told) { return told_of(told); }, line);
}

std::optional<Line> parse_line(const std::string& line) {
    std::istringstream words(line);
    std::int64_t seq = 0, at = 0;
    std::string institution, person, own, shared;
    if (!(words >> seq >> at >> institution >> person >> own >> shared)) return std::nullopt;
    const auto institution_id = InstitutionId::parse(institution);
    auto own_ids = parse_ids(own), shared_ids = parse_ids(shared);
    if (!institution_id || !own_ids || !shared_ids) return std::nullopt;
    if (person == k_withdrawn) return TakenBack{seq, from_micros(at), *institution_id, *std::move(own_ids), *std::move(shared_ids)};
    const auto person_id = Uuid::parse(person);
    if (!person_id) return std::nullopt;
    return Erasure{seq, from_micros(at), *institution_id, *person_id, *std::move(own_ids), *std::move(shared_ids)};
}

std::int64_t seq_of(const Line& line) {
    return std::visit([](const auto& told) { return told.seq; }, line);
}

Time at_of(const Line& line) {
    return std::visit([](const auto& told) { return told.at; }, line);
}

}  // namespace hebra::access
