#include "platform/chile/dialable.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/fold.hpp"
#include "platform/chile/typed.hpp"

namespace hebra::chile {
namespace {

constexpr std::size_t k_most_extension_digits = 6;
constexpr std::string_view k_labels[] = {"anexo", "anx", "opcion", "opc", "op", "ext", "extension", "interno", "x"};

/// The digits of "opción 6", "anexo 123", ";ext=123".
Result<std::string> read_extension(std::string_view tail) {
    const auto words_of_it = folded_words(tail);
    const bool fits = words_of_it.size() == 2 && std::ranges::find(k_labels, words_of_it[0]) != std::end(k_labels) &&
                      words_of_it[1].size() <= k_most_extension_digits && std::ranges::all_of(words_of_it[1], is_digit);
    if (!fits) return refuse(Refused::invalid, words::k_extension_form);
    return words_of_it[1];
}

}  // namespace

Result<Dialable> Dialable::parse(std::string_view typed) {
    if (typed.size() > k_max_bytes) return refuse(Refused::invalid, words::k_phone_long);
    const auto text = plainly(typed);
    Dialable dialable;
    if (auto code = ShortCode::parse(text)) {
        dialable.number_ = *std::move(code);
        return dialable;
    }

    const auto tail = std::ranges::find_if(text, [](char c) { return is_letter(c) || c == ',' || c == ';'; });
    HEBRA_TRY(dialable.number_, Phone::parse(std::string_view(text.begin(), tail)));
    if (tail == text.end()) return dialable;
    HEBRA_TRY(dialable.extension_, read_extension(std::string_view(tail, text.end())));
    return dialable;
}

PhoneKind Dialable::kind() const {
    return phone() ? phone()->kind() : PhoneKind::short_code;
}

std::string Dialable::text() const {
    if (!phone()) return std::get<ShortCode>(number_).text();
    return extension_.empty() ? phone()->text() : fmt::format("{};ext={}", phone()->text(), extension_);
}

std::string Dialable::pretty() const {
    return phone() ? phone()->pretty() : std::get<ShortCode>(number_).text();
}

std::string Dialable::uri() const {
    if (text().starts_with('#')) return "tel:%23" + text().substr(1);
    if (kind() != PhoneKind::toll) return "tel:" + text();
    return "tel:" + text().substr(std::string_view("+56").size());
}

std::optional<Word> Dialable::doubtful() const {
    return phone() ? phone()->doubtful() : std::nullopt;
}

}  // namespace hebra::chile
