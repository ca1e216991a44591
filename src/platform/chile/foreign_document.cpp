#include "platform/chile/foreign_document.hpp"

#include <algorithm>

#include <boost/mp11.hpp>
#include <fmt/format.h>

#include "platform/chile/check_digit.hpp"
#include "platform/chile/countries.hpp"
#include "platform/chile/typed.hpp"

namespace hebra::chile {
namespace {

constexpr std::size_t k_least_characters = 3;
constexpr std::size_t k_most_characters = 20;
constexpr std::size_t k_shown = 3;

Refuse no(const Word& word) {
    return refuse(Refused::invalid, word);
}

std::string capitals(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), to_upper);
    return out;
}

std::string_view name_of(DocumentKind kind) {
    return boost::describe::enum_to_string(kind, "");
}

std::optional<DocumentKind> kind_of(std::string_view name) {
    std::optional<DocumentKind> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<DocumentKind>>([&](auto described) {
        if (name == described.name) found = described.value;
    });
    return found;
}

bool is_chilean(DocumentKind kind) {
    return kind == DocumentKind::ipe || kind == DocumentKind::provisional_run;
}

}  // namespace

Result<ForeignDocument> ForeignDocument::parse(std::string_view text) {
    const auto first = text.find(':');
    if (first == std::string_view::npos) return no(words::k_document_form);
    const auto kind = kind_of(text.substr(0, first));
    if (!kind) return no(words::k_document_kind);
    const auto rest = text.substr(first + 1);
    const auto second = rest.find(':');
    if (second == std::string_view::npos) return of(*kind, {}, rest);
    return of(*kind, rest.substr(0, second), rest.substr(second + 1));
}

Result<ForeignDocument> ForeignDocument::of(DocumentKind kind, std::string_view country, std::string_view number) {
    ForeignDocument document;
    document.kind_ = kind;
    document.country_ = capitals(plainly(country));
    if (!document.country_.empty() && is_chilean(kind)) return no(words::k_document_chilean);
    if (!document.country_.empty() && !is_country(document.country_)) return no(words::k_document_country);

    document.number_ = capitals(plainly(number));
    std::erase_if(document.number_, [](char c) { return std::string_view(" .-/").find(c) != std::string_view::npos; });
    const auto size = document.number_.size();
    const auto is_plain = [](char c) { return is_digit(c) || is_letter(c); };
    if (size < k_least_characters || size > k_most_characters || !std::ranges::all_of(document.number_, is_plain))
        return no(words::k_document_number);
    return document;
}

std::string ForeignDocument::text() const {
    return fmt::format("{}:{}{}{}", name_of(kind_), country_, country_.empty() ? "" : ":", number_);
}

std::string ForeignDocument::masked() const {
    std::string out;
    const auto hidden = number_.size() > k_shown ? number_.size() - k_shown : number_.size();
    for (std::size_t i = 0; i < hidden; ++i) out += "•";
    return out + number_.substr(hidden);
}

std::optional<Word> ForeignDocument::doubtful() const {
    if (!is_chilean(kind_) || number_.empty()) return std::nullopt;
    const auto digits = std::string_view(number_).substr(0, number_.size() - 1);
    if (std::ranges::all_of(digits, is_digit) && check_digit_of(digits) == number_.back()) return std::nullopt;
    return words::k_doubt_document;
}

}  // namespace hebra::chile
