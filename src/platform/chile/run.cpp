#include "platform/chile/run.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

#include "platform/chile/check_digit.hpp"
#include "platform/chile/typed.hpp"

namespace hebra::chile {
namespace {

constexpr std::size_t k_most_digits = 8;

Refuse no(const Word& word) {
    return refuse(Refused::invalid, word);
}

std::string_view without_leading_zeros(std::string_view digits) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

}  // namespace

Result<Run> Run::parse(std::string_view typed) {
    if (typed.size() > k_max_bytes) return no(words::k_run_long);
    auto text = plainly(typed);
    std::erase_if(text, [](char c) { return c == '.' || c == ' '; });
    if (text.size() < 2) return no(words::k_run_short);

    const char check = to_upper(text.back());
    text.pop_back();
    if (text.ends_with('-')) text.pop_back();
    if (!std::ranges::all_of(text, is_digit) || !(is_digit(check) || check == 'K')) return no(words::k_run_letters);

    const auto digits = without_leading_zeros(text);
    if (digits.empty()) return no(words::k_run_short);
    if (digits.size() > k_most_digits) return no(words::k_run_long);
    if (check_digit_of(digits) != check) return no(words::k_run_check_digit);
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return Run(number);
}

Run Run::of(std::uint32_t number) {
    if (number == 0 || number > k_greatest) throw std::out_of_range("a RUN is between 1 and 99.999.999");
    return Run(number);
}

char Run::check_digit() const {
    return check_digit_of(std::to_string(number_));
}

std::string Run::text() const {
    return fmt::format("{}-{}", number_, check_digit());
}

std::string Run::pretty() const {
    auto digits = std::to_string(number_);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ".");
    return fmt::format("{}-{}", digits, check_digit());
}

std::string Run::masked() const {
    return fmt::format("••.•••.{:03}-{}", number_ % 1000, check_digit());
}

}  // namespace hebra::chile
