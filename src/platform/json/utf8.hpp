#pragma once
#include <string>
#include <string_view>

namespace hebra::json {

/// Length of the well-formed sequence that starts the text; 0 if it is broken or there is none.
std::size_t utf8_length(std::string_view text);

/// Whether the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
bool is_utf8(std::string_view bytes);

}  // namespace hebra::json
