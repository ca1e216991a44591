// The words of opening hours, one by one. Only `hours_text` reads them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hebra::directory {

struct Token {
    enum class Kind { word, time, date, sign };
    Kind kind;
    std::string text;  ///< words folded; times as written; a dash of any length is "-"
    bool is(std::string_view wanted) const { return text == wanted && kind != Kind::time; }
};

std::vector<Token> hours_tokens(std::string_view text);

}  // namespace hebra::directory
