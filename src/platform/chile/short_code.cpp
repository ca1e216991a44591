#include "platform/chile/short_code.hpp"

#include <algorithm>

#include "platform/chile/typed.hpp"

namespace hebra::chile {

Result<ShortCode> ShortCode::parse(std::string_view typed) {
    auto text = plainly(typed);
    std::erase(text, ' ');
    const bool is_marked = text.starts_with('*') || text.starts_with('#');
    const auto digits = std::string_view(text).substr(is_marked ? 1 : 0);
    const std::size_t most = is_marked ? 5 : 4;
    const bool fits = digits.size() >= 3 && digits.size() <= most && std::ranges::all_of(digits, is_digit) &&
                      (is_marked || digits.front() == '1');
    if (!fits) return refuse(Refused::invalid, words::k_short_code_form);
    return ShortCode(std::move(text));
}

}  // namespace hebra::chile
