#include "features/directory/hours_tokens.hpp"

#include "base/fold.hpp"

namespace hebra::directory {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
/// Letters of any script: UTF-8 bytes beyond ASCII belong to the word.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::string_view k_long_dashes[] = {"–", "—", "−"};

template <class Is>
std::string_view take_while(std::string_view& text, Is is) {
    std::size_t size = 0;
    while (size < text.size() && is(text[size])) ++size;
    const auto taken = text.substr(0, size);
    text.remove_prefix(size);
    return taken;
}

/// "9", "09:30", "2026-03-01".
Token take_number(std::string_view& text) {
    const std::string_view start = text;
    take_while(text, is_digit);
    const auto goes_on = [&](char sign) { return text.size() > 1 && text[0] == sign && is_digit(text[1]); };
    if (start.size() - text.size() == 4 && goes_on('-')) {
        take_while(text, [](char c) { return is_digit(c) || c == '-'; });
        return {Token::Kind::date, std::string(start.substr(0, start.size() - text.size()))};
    }
    if (goes_on(':')) {
        text.remove_prefix(1);
        take_while(text, is_digit);
    }
    return {Token::Kind::time, std::string(start.substr(0, start.size() - text.size()))};
}

bool take_dash(std::string_view& text) {
    for (const auto dash : k_long_dashes) {
        if (!text.starts_with(dash)) continue;
        text.remove_prefix(dash.size());
        return true;
    }
    return false;
}

}  // namespace

std::vector<Token> hours_tokens(std::string_view text) {
    std::vector<Token> tokens;
    while (!text.empty()) {
        if (take_dash(text)) {
            tokens.push_back({Token::Kind::sign, "-"});
        } else if (is_digit(text.front())) {
            tokens.push_back(take_number(text));
        } else if (is_letter(text.front())) {
            // A long dash glued to a word ends it.
            const auto all = take_while(text, is_letter);
            auto end = all.size();
            for (const auto dash : k_long_dashes) end = std::min(end, all.find(dash));
            text =
                std::string_view(all.data() + end, static_cast<std::size_t>(text.data() + text.size() - all.data()) - end);
            tokens.push_back({Token::Kind::word, fold(all.substr(0, end))});
        } else {
            const char sign = text.front();
            text.remove_prefix(1);
            if (sign != ' ' && sign != '\t' && sign != '\n' && sign != '\r')
                tokens.push_back({Token::Kind::sign, std::string(1, sign)});
        }
    }
    return tokens;
}

}  // namespace hebra::directory
